//! The text of tokens, for messages.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::parse::ParseStream;

/// The tokens of a value, to the next comma.
pub(super) fn value_tokens(input: ParseStream<'_>) -> TokenStream {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    input.cursor().token_stream().into_iter().take_while(|token| !is_comma(token)).collect()
}

//     response = Vec<Customer
//
/// Returns whether some `<` has no `>`.
pub(super) fn is_unclosed(value: ParseStream<'_>) -> bool {
    let text = compact(value.cursor().token_stream()).replace("->", "").replace("=>", "");
    text.matches('<').count() > text.matches('>').count()
}

/// The text of tokens, with spaces where they are usual.
pub(crate) fn compact(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut is_joint = false;
    for token in tokens {
        let (written, is_operator) = match &token {
            TokenTree::Group(group) => {
                let inside = compact(group.stream());
                let written = match group.delimiter() {
                    Delimiter::Parenthesis => format!("({inside})"),
                    Delimiter::Bracket => format!("[{inside}]"),
                    Delimiter::Brace => format!("{{ {inside} }}"),
                    Delimiter::None => inside,
                };
                (written, false)
            }
            TokenTree::Punct(punct) => {
                let is_part = is_joint || punct.spacing() == Spacing::Joint;
                (punct.to_string(), !is_part && matches!(punct.as_char(), '=' | '+' | '|'))
            }
            token => (token.to_string(), false),
        };
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"');
        let are_words = text.ends_with(is_word) && written.starts_with(is_word);
        if is_operator || text.ends_with(',') || are_words {
            text.push(' ');
        }
        text.push_str(&written);
        // `name: Type`, but not `path::Type`
        let is_colon =
            matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':' && punct.spacing() == Spacing::Alone);
        if is_operator || (is_colon && !is_joint) {
            text.push(' ');
        }
        is_joint = matches!(&token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_have_spaces_where_they_are_usual() {
        for text in [
            "Result<Vec<Customer>, Error>",
            "Box<dyn Fn(&'a str) -> u8 + Send>",
            "header(\"Accept: text/plain\" = value)",
            "[200, 201..=299]",
            "::my_crate::Type<'_, [u8; 2]>",
            "200 | 201",
            "a == b",
            "client: &Client",
            "{ name, email }",
        ] {
            let expected = text.replace(" -> ", "->").replace(" == ", "==").replace("; ", ";");
            assert_eq!(compact(text.parse().unwrap()), expected);
        }
    }
}
