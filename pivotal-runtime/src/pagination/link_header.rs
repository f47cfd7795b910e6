//! The `Link` header (RFC 8288).

use http::HeaderMap;
use http::header::LINK;

/// Returns the target of the first link with the relation type `next`. Links with an `anchor` belong to something else.
pub(super) fn next_link(headers: &HeaderMap) -> Option<String> {
    headers.get_all(LINK).iter().find_map(|field| {
        // Titles can contain other characters than ASCII.
        let field = String::from_utf8_lossy(field.as_bytes());
        Links(&field).find(Link::is_next).map(|link| link.target.to_owned())
    })
}

/// One link. Its parameters begin with `;`.
#[derive(Clone, Copy)]
struct Link<'a> {
    target: &'a str,
    parameters: &'a str,
}

impl Link<'_> {
    fn is_next(&self) -> bool {
        let mut parameters = Parameters(self.parameters);
        // Only the first `rel` counts (section 3.3).
        let rel = parameters.find(|(name, _)| name.eq_ignore_ascii_case("rel"));
        let is_next = |value: &str| value.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("next"));
        rel.is_some_and(|(_, value)| is_next(value))
            && !Parameters(self.parameters).any(|(name, _)| name.eq_ignore_ascii_case("anchor"))
    }
}

/// The links in a field, separated by commas.
struct Links<'a>(&'a str);

impl<'a> Iterator for Links<'a> {
    type Item = Link<'a>;

    fn next(&mut self) -> Option<Link<'a>> {
        let (_, link) = self.0.split_once('<')?;
        let (target, rest) = link.split_once('>')?;
        let end = end_of_unquoted(rest, |byte| byte == b',');
        let (parameters, rest) = rest.split_at(end);
        self.0 = rest;
        Some(Link { target: target.trim(), parameters })
    }
}

/// The parameters of a link: their names and values without quotes.
struct Parameters<'a>(&'a str);

impl<'a> Iterator for Parameters<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, rest) = self.0.split_once(';')?;
        let (parameter, rest) = rest.split_at(end_of_unquoted(rest, |byte| byte == b';'));
        self.0 = rest;
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        Some((name.trim(), value.trim().trim_matches('"')))
    }
}

/// The index of the first byte outside of quotes that ends a part.
fn end_of_unquoted(text: &str, is_end: impl Fn(u8) -> bool) -> usize {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let end = text.bytes().position(|byte| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            _ => return !is_quoted && is_end(byte),
        }
        false
    });
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn next_link_is_found() {
        let cases: [(&[&str], Option<&str>); 20] = [
            (&[], None),
            (&[r#"<https://h/a?page=2>; rel="next""#], Some("https://h/a?page=2")),
            (&["</a?page=2>;rel=next"], Some("/a?page=2")),
            (&[r#"</p>; rel="prev", </n>; rel="next", </l>; rel="last""#], Some("/n")),
            (&[r#"</p>; rel="prev""#, r#"</n>; rel="next""#], Some("/n")),
            (&[r#"</n>; title="a, b; c <d>"; rel="next""#], Some("/n")),
            (&[r#"</x>; title="\"; rel=\"next\"", </n>; rel=next"#], Some("/n")),
            (&["</a,b;c>; rel=next"], Some("/a,b;c")),
            (&[r#"</n> ; REL = "last NEXT""#], Some("/n")),
            (&[r#"</x>; rel="prev"; rel="next""#], None),
            (&[r##"</x>; rel="next"; anchor="#part""##, "</n>; rel=next"], Some("/n")),
            (&[r#"</x>; rel="nextish""#], None),
            (&["</x>"], None),
            (&["</x>; rel"], None),
            (&["</x; rel=next"], None),
            (&["rel=next"], None),
            (&["< /n >; rel=next"], Some("/n")),
            (&[r#"</n>; rel="next"#], Some("/n")),
            (&["<>; rel=next"], Some("")),
            (&[r#"</n>; title="é"; rel=next"#], Some("/n")),
        ];
        for (fields, expected) in cases {
            let mut headers = HeaderMap::new();
            for field in fields {
                headers.append(LINK, HeaderValue::from_bytes(field.as_bytes()).expect("a value"));
            }
            assert_eq!(next_link(&headers).as_deref(), expected, "{fields:?}");
        }
    }
}
