//! Puts short lists in order.

/// Sorts a list so that nothing `is_before` what stands before it; equals keep their order.
///
/// For the tens of goals, lines or skills that a page shows: std's sort is 7 KB of code for each type it sorts,
/// and this is 200 bytes. It takes time by the square of the length.
pub fn sort_short<T>(list: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && is_before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_a_stable_sort(mut list in proptest::collection::vec((0..6_u8, any::<u8>()), 0..30)) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_short(&mut list, |one, other| one.0 < other.0);
            prop_assert_eq!(list, expected);
        }
    }
}
