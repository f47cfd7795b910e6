//! Lists with a cursor: a page has items and the cursor of the next page, which a pair of the query takes.

use crate::contract::{Location, Operation};
use crate::types::{Field, Shape, Type, Types};

/// The names of the member with the next cursor, and those of the pair that takes it.
const CURSORS: [(&[&str], &[&str]); 3] = [
    (&["next_cursor", "nextCursor", "end_cursor"], &["cursor"]),
    (&["next_page_token", "nextPageToken", "next_page", "nextPage"], &["page_token", "pageToken"]),
    (&["next_token", "nextToken", "NextToken"], &["next_token", "nextToken", "NextToken"]),
];

/// The names of a member that reports whether there is a next page.
const MORE: [&str; 4] = ["has_more", "hasMore", "has_next", "hasNext"];

/// The members of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    pub(super) items: String,
    pub(super) item: Type,
    pub(super) cursor: String,
    pub(super) is_cursor_required: bool,
    pub(super) more: Option<String>,
    /// The pair of the query.
    pub(super) pair: String,
}

/// Returns the members of a page, if the operation is a list of pages of this type.
pub(super) fn page(operation: &Operation<'_>, type_: &Type, types: &Types<'_>) -> Option<Page> {
    let Type::Named(id) = type_ else { return None };
    let Shape::Struct(structure) = &types.definitions.get(*id)?.shape else { return None };
    if operation.method != "GET" {
        return None;
    }
    let is_pair = |name: &str| {
        let mut pairs = operation.parameters.iter().filter(|own| own.location == Location::Query && !own.is_required);
        pairs.any(|own| own.name == name)
    };
    let cursor_of = |names: &[&str]| {
        let is_text = |field: &&Field| *field.type_.non_null() == Type::String;
        structure.fields.iter().filter(is_text).find(|field| names.contains(&field.name.as_str()))
    };
    let (cursor, pair) = CURSORS
        .iter()
        .find_map(|(members, pairs)| Some((cursor_of(members)?, pairs.iter().find(|pair| is_pair(pair))?)))?;
    let mut lists = structure.fields.iter().filter_map(|field| match &field.type_ {
        Type::List(item) if field.is_required => Some((field, item)),
        _ => None,
    });
    let (items, item) = lists.next()?;
    if lists.next().is_some() {
        return None;
    }
    let is_flag =
        |field: &&Field| field.is_required && field.type_ == Type::Bool && MORE.contains(&field.name.as_str());
    Some(Page {
        items: items.name.clone(),
        item: (**item).clone(),
        cursor: cursor.name.clone(),
        is_cursor_required: cursor.is_required && cursor.type_ == Type::String,
        more: structure.fields.iter().find(is_flag).map(|field| field.name.clone()),
        pair: (*pair).to_owned(),
    })
}
