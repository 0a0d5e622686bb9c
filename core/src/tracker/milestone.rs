//! The quiet marks of a run: calendar spans, as people in recovery count them.

use crate::time::Date;

/// A span on the calendar. A month ends on the same day of a later month, or on that month's last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
    /// So many days; one day is "24 hours".
    Days(u32),
    /// So many months; never twelve, which is a year, but eighteen.
    Months(u32),
    /// So many years.
    Years(u32),
}

/// A span that a run reaches on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// How long the run has then lasted.
    pub span: Span,
    /// The day on which it has.
    pub on: Date,
}

const FIRST_YEARS: [Span; 8] = [
    Span::Days(1),
    Span::Days(30),
    Span::Days(60),
    Span::Days(90),
    Span::Months(6),
    Span::Months(9),
    Span::Years(1),
    Span::Months(18),
];

impl Span {
    fn after(self, start: Date) -> Date {
        match self {
            Span::Days(days) => start.plus_days(days as i32),
            Span::Months(months) => start.plus_months(months as i32),
            Span::Years(years) => start.plus_months(years as i32 * 12),
        }
    }
}

/// Gives every milestone of a run that starts on `start`, earliest first, to the end of the calendar.
pub(super) fn milestones(start: Date) -> impl Iterator<Item = Milestone> {
    FIRST_YEARS
        .into_iter()
        .chain((2..=9999).map(Span::Years))
        .map(move |span| Milestone { span, on: span.after(start) })
        // Past the last day of the calendar a sum is kept on it, or where it began.
        .take_while(move |milestone| milestone.on > start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(start: &str, span: Span) -> String {
        let found = milestones(Date::parse(start).unwrap()).find(|milestone| milestone.span == span);
        found.unwrap().on.to_string()
    }

    #[test]
    fn row_20_months_and_years_are_those_of_the_calendar() {
        assert_eq!(on("2026-01-31", Span::Days(1)), "2026-02-01");
        assert_eq!(on("2026-01-31", Span::Days(30)), "2026-03-02");
        assert_eq!(on("2025-08-31", Span::Months(6)), "2026-02-28");
        assert_eq!(on("2025-05-31", Span::Months(9)), "2026-02-28");
        assert_eq!(on("2024-02-29", Span::Years(1)), "2025-02-28");
        assert_eq!(on("2024-02-29", Span::Years(4)), "2028-02-29");
        assert_eq!(on("2026-01-01", Span::Months(18)), "2027-07-01");
    }

    #[test]
    fn each_comes_after_the_one_before() {
        for start in ["0000-01-01", "2024-02-29", "2026-01-31", "2026-08-31"] {
            let all: Vec<_> = milestones(Date::parse(start).unwrap()).take(40).collect();
            assert!(all.windows(2).all(|pair| pair[0].on < pair[1].on), "{start}");
            assert_eq!(all.len(), 40);
        }
    }

    #[test]
    fn the_end_of_the_calendar_ends_them() {
        assert_eq!(milestones(Date::parse("9999-12-31").unwrap()).count(), 0);
        assert!(milestones(Date::parse("9990-06-01").unwrap()).count() < 20);
    }
}
