//! What is dangerous to stop all at once: the one list for every place that speaks of stopping.

use serde::Deserialize;

/// A substance whose sudden stop can be dangerous.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Substance {
    /// Its id: `alcohol`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Names people know it by.
    #[serde(default)]
    pub names: Vec<String>,
    /// What can happen.
    pub danger: String,
    /// When to see a doctor before stopping.
    #[serde(default)]
    pub see_doctor_before: Option<String>,
    /// What is different in pregnancy.
    #[serde(default)]
    pub pregnancy: Option<String>,
    /// Who must still read it.
    #[serde(default)]
    pub review: Option<String>,
}

/// What changes after days without opioids.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct LowerTolerance {
    /// Its name.
    pub name: String,
    /// What can happen.
    pub danger: String,
    /// What to do.
    #[serde(rename = "do", default)]
    pub steps: Vec<String>,
}

/// The facts about withdrawal.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Withdrawal {
    /// The warning in one line.
    pub one_line: String,
    /// The same for opioids.
    pub one_line_opioids: String,
    /// What to do when it is not known what was in it.
    #[serde(default)]
    pub if_unsure: Option<String>,
    /// What to do when a person has already stopped.
    #[serde(default)]
    pub already_stopped: Option<String>,
    /// Signs that need an emergency call.
    #[serde(default)]
    pub call_emergency_if: Vec<String>,
    /// Signs of an overdose.
    #[serde(default)]
    pub overdose_signs: Vec<String>,
    /// The substances.
    #[serde(default)]
    pub substances: Vec<Substance>,
    /// After days without opioids.
    #[serde(default)]
    pub lower_tolerance: Option<LowerTolerance>,
    /// Who must still read it.
    #[serde(default)]
    pub review: Option<String>,
}
