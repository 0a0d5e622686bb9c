//! What is dangerous to stop all at once: the one list for every place that speaks of stopping.

use crate::json::readable;

/// A substance whose sudden stop can be dangerous.
#[derive(Clone, PartialEq, Debug)]
pub struct Substance {
    /// Its id: `alcohol`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Names people know it by.
    pub names: Vec<String>,
    /// What can happen.
    pub danger: String,
    /// When to see a doctor before stopping.
    pub see_doctor_before: Option<String>,
    /// What is different in pregnancy.
    pub pregnancy: Option<String>,
    /// Who must still read it.
    pub review: Option<String>,
}

/// What changes after days without opioids.
#[derive(Clone, PartialEq, Debug)]
pub struct LowerTolerance {
    /// Its name.
    pub name: String,
    /// What can happen.
    pub danger: String,
    /// What to do.
    pub steps: Vec<String>,
}

/// The facts about withdrawal.
#[derive(Clone, PartialEq, Debug)]
pub struct Withdrawal {
    /// The warning in one line.
    pub one_line: String,
    /// The same for opioids.
    pub one_line_opioids: String,
    /// What to do when it is not known what was in it.
    pub if_unsure: Option<String>,
    /// What to do when a person has already stopped.
    pub already_stopped: Option<String>,
    /// Signs that need an emergency call.
    pub call_emergency_if: Vec<String>,
    /// Signs of an overdose.
    pub overdose_signs: Vec<String>,
    /// The substances.
    pub substances: Vec<Substance>,
    /// After days without opioids.
    pub lower_tolerance: Option<LowerTolerance>,
    /// Who must still read it.
    pub review: Option<String>,
}

readable! {
    Substance { id, name, names, danger, see_doctor_before, pregnancy, review }
    LowerTolerance { name, danger, steps "do" }
    Withdrawal { one_line, one_line_opioids, if_unsure, already_stopped, call_emergency_if, overdose_signs, substances, lower_tolerance, review }
}
