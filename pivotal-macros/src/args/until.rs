//! `until = "[DONE]"`

use proc_macro2::{Delimiter, Group, TokenTree};
use syn::parse::ParseStream;
use syn::{Ident, LitFloat, LitInt, LitStr};

use super::key::Key;
use super::keys::is_end_of_value;

/// Reads the data, or the name, of the event that ends a stream.
pub(super) fn parse_until(input: ParseStream<'_>) -> syn::Result<LitStr> {
    if !input.peek(LitStr) {
        return Err(not_in_quotes(input));
    }
    let marker: LitStr = input.parse()?;
    if marker.value().is_empty() {
        let message = "an empty text marks no end; write the data or the name of the last event, or remove `until`";
        return Err(syn::Error::new_spanned(marker, message));
    }
    Ok(marker)
}

//     until = DONE
//     until = 5
//     until = [DONE]
//
fn not_in_quotes(input: ParseStream<'_>) -> syn::Error {
    let fix = match literal(input) {
        Some(text) => format!("write `{text:?}`"),
        // A name can be that of a constant with any value.
        None => format!("write it like {}", Key::Until.example()),
    };
    let message = format!("the value of `until` is written in quotes; {fix}");
    match input.fork().parse::<TokenTree>() {
        Ok(value) => syn::Error::new_spanned(value, message),
        Err(_) => input.error(message),
    }
}

/// `5`, or `[DONE]`, which is no expression that anyone means.
fn literal(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    let text = if ahead.peek(LitInt) || ahead.peek(LitFloat) {
        ahead.parse::<TokenTree>().ok()?.to_string()
    } else {
        let list: Group = ahead.parse().ok().filter(|group: &Group| group.delimiter() == Delimiter::Bracket)?;
        let word: Ident = syn::parse2(list.stream()).ok()?;
        format!("[{word}]")
    };
    is_end_of_value(&ahead).then_some(text)
}

#[cfg(test)]
mod tests {
    use syn::parse::Parser;

    use super::*;

    #[test]
    fn end_of_stream_is_text_in_quotes() {
        const EXAMPLE: &str = "quotes; write it like `until = \"[DONE]\"`";
        let cases = [
            (r#""[DONE]""#, "[DONE]"),
            (r#""a\r\nb""#, "a\r\nb"),
            ("[DONE]", r#"quotes; write `"[DONE]"`"#),
            ("5", r#"quotes; write `"5"`"#),
            ("1.5", r#"quotes; write `"1.5"`"#),
            ("DONE", EXAMPLE),
            ("[DONE, END]", EXAMPLE),
            ("5 + 5", EXAMPLE),
            (r#"b"[DONE]""#, EXAMPLE),
            (r#""""#, "or remove `until`"),
        ];
        for (written, expected) in cases {
            let read = parse_until.parse_str(written).map(|marker| marker.value());
            let outcome = read.unwrap_or_else(|error| error.to_string());
            assert!(outcome.ends_with(expected), "{written}: {outcome}");
        }
    }
}
