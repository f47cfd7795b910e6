//! Finds the intended word for a misspelled one.

/// Returns the candidate that differs from the word in case only, or in about one letter of three; below five letters, in one. If
/// several letters differ, the words must be alike. If all letters differ, it is another word.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (distance(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= allowed(word, candidate))
        .filter(|(distance, candidate)| *distance <= 1 || are_alike(word, candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The number of letters that can differ.
fn allowed(word: &str, candidate: &str) -> usize {
    let (first, second) = (word.chars().count(), candidate.chars().count());
    match first.max(second) {
        longest @ 0..5 => longest.saturating_sub(1).min(1),
        _ => second.div_ceil(3),
    }
}

/// Returns whether two words start with the same letter or have the same letters, in any case.
pub(crate) fn are_alike(word: &str, other: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.to_lowercase().chars().collect();
        letters.sort_unstable();
        letters
    };
    let first = |word: &str| word.chars().next().map(|c| c.to_ascii_lowercase());
    first(word) == first(other) || letters(word) == letters(other)
}

/// The number of letters to insert, remove, replace or swap with the next one (the optimal string alignment distance).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut two_above: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for (row, letter) in from.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&above, column) + usize::from(letter != *other);
            let mut least = replaced.min(at(&above, column + 1) + 1).min(at(&current, column) + 1);
            if column > 0 && previous == Some(*other) && to.get(column - 1) == Some(&letter) {
                least = least.min(at(&two_above, column - 1) + 1);
            }
            current.push(least);
        }
        two_above = std::mem::replace(&mut above, current);
        previous = Some(letter);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelled_word_is_found() {
        let keys = ["response", "body", "header", "success", "auth", "operation", "crate"];
        let cases = [
            ("respons", Some("response")),
            ("headers", Some("header")),
            ("Body", Some("body")),
            ("Respns", Some("response")),
            ("Tespns", None),
            ("succes", Some("success")),
            ("ahtu", None),
            ("auht", Some("auth")),
            ("query", None),
            ("timeout", None),
            ("code", None),
            ("path", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, keys), expected, "{word}");
        }
        assert_eq!(nearest("idd", ["name", "id"]), Some("id"));
        assert_eq!(nearest("GTE", ["POST", "GET"]), Some("GET"));
        assert_eq!(nearest("x", ["id"]), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("X", ["x"]), Some("x"));
    }

    #[test]
    fn nearest_of_several_words_is_found() {
        for candidates in [["customer", "customer_id"], ["customer_id", "customer"]] {
            assert_eq!(nearest("customer_i", candidates), Some("customer_id"));
            assert_eq!(nearest("custome", candidates), Some("customer"));
        }
    }
}
