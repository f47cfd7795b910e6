//! The operations that are selected, with their types alone.

use pivotal_openapi::{Document, Generated, Generator};

const DOCUMENT: &str = r##"
openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get: { tags: [orders], operationId: list, responses: { "200": { $ref: "#/components/responses/Order" } } }
  /orders/{id}:
    delete: { tags: [orders, admin], operationId: delete, parameters: [{ $ref: "#/missing" }], responses: {} }
  /ordersets:
    get: { tags: [sets], operationId: sets, responses: { "200": { $ref: "#/components/responses/Set" } } }
components:
  responses:
    Order: { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
    Set: { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/Set" } } } }
  schemas:
    Order: { type: object, properties: { line: { $ref: "#/components/schemas/Line" } } }
    Line: { type: object, properties: { a: { type: string } } }
    Set: { type: object, properties: { b: { type: oddity } } }
"##;

/// The methods and types of the code, and the number of omissions.
fn items(select: impl FnOnce(Generator<'_>) -> Generator<'_>) -> (Vec<String>, usize) {
    let document = Document::parse(DOCUMENT).unwrap();
    let generated: Generated = select(Generator::new(&document)).generate();
    let lines = generated.files().flat_map(|(_, code)| code.lines()).map(str::trim);
    let names = lines.filter_map(|line| {
        let item = line.strip_prefix("async fn ").or_else(|| line.strip_prefix("pub struct "))?;
        item.split(|c: char| !c.is_alphanumeric()).next().map(str::to_owned)
    });
    (names.collect(), generated.omissions().len())
}

fn named(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn all_operations_are_generated_without_a_selection() {
    assert_eq!(items(|all| all), (named(&["list", "Order", "Line", "sets", "Set"]), 2));
}

#[test]
fn operation_is_selected_by_its_id() {
    assert_eq!(items(|all| all.operation("list")), (named(&["list", "Order", "Line"]), 0));
}

#[test]
fn operations_are_selected_by_any_of_their_tags() {
    assert_eq!(items(|all| all.tag("sets")), (named(&["sets", "Set"]), 1));
    assert_eq!(items(|all| all.tag("admin")), (Vec::new(), 1));
}

#[test]
fn path_is_selected_by_its_segments() {
    assert_eq!(items(|all| all.path("/orders")), (named(&["list", "Order", "Line"]), 1));
    assert_eq!(items(|all| all.path("/orders/")), (named(&["list", "Order", "Line"]), 1));
    assert_eq!(items(|all| all.path("/nothing")), (Vec::new(), 0));
}

#[test]
fn several_selections_add_up() {
    assert_eq!(items(|all| all.operation("list").tag("sets")).0, named(&["list", "Order", "Line", "sets", "Set"]));
}
