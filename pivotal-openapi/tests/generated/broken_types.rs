//! An API, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// left out: /text, since it is no object (#/paths/~1text)
// left out: /list, since it is no object (#/paths/~1list)
// left out: GET /method-null, since it is no object (#/paths/~1method-null/get)
// left out: POST /method-null, since it is no object (#/paths/~1method-null/post)
// left out: PUT /method-null, since it is no object (#/paths/~1method-null/put)
// `info` is not an object, so it is ignored (#/info)
// `servers` is not a list, so it is ignored (#/servers)
// `tags` is not a list, so it is ignored (#/tags)
// `security` is not a list, so it is ignored (#/security)
// `securitySchemes` is not an object, so it is ignored (#/components/securitySchemes)
// `operationId` is not a text, so it is ignored (#/paths/~1members/get/operationId)
// `tags` is not a list, so it is ignored (#/paths/~1members/get/tags)
// `summary` is not a text, so it is ignored (#/paths/~1members/get/summary)
// `parameters` is not a list, so it is ignored (#/paths/~1members/get/parameters)
// `requestBody` is not an object, so it is ignored (#/paths/~1members/get/requestBody)
// `responses` is not an object, so it is ignored (#/paths/~1members/get/responses)
// the parameter has no `name` (#/paths/~1members/post/parameters/0)
// the parameter has no `name` (#/paths/~1members/post/parameters/1)
// the parameter has no `name` (#/paths/~1members/post/parameters/2)
// `content` is not an object, so it is ignored (#/paths/~1members/put/requestBody/content)
// the location `body` of the parameter `a` is unknown (#/paths/~1members/put/parameters/0)
// `content` is not an object, so it is ignored (#/paths/~1members/put/responses/200/content)
// the body has no media type (#/paths/~1members/put/requestBody)
// the parameter `b` has the unknown style `zigzag` (#/paths/~1members/patch/parameters/1)
// it is no schema, so it is any JSON (#/paths/~1members/patch/parameters/0/schema)
// it is no schema, so it is any JSON (#/paths/~1members/patch/responses/200/content/application~1json/schema)
// `required` is not a list, so it is ignored (#/components/schemas/Holder/required)
// it is no schema, so it is any JSON (#/components/schemas/Holder/properties/text)
// it is no schema, so it is any JSON (#/components/schemas/Holder/properties/number)
// it is no schema, so it is any JSON (#/components/schemas/Holder/properties/list)
// `type` is not a text or a list, so it is ignored (#/components/schemas/Holder/properties/type_number/type)
// the type `strng` is unknown (#/components/schemas/Holder/properties/type_unknown)
// the type `file` is unknown (#/components/schemas/Holder/properties/type_file)
// `properties` is not an object, so it is ignored (#/components/schemas/Holder/properties/properties_list/properties)
// `required` is not a list, so it is ignored (#/components/schemas/Holder/properties/required_object/required)
// the required member `b` has no schema, so it is left out (#/components/schemas/Holder/properties/required_unknown)
// `enum` is not a list, so it is ignored (#/components/schemas/Holder/properties/enum_text/enum)
// `items` is not a schema, so it is ignored (#/components/schemas/Holder/properties/items_list/items)
// `items` is not a schema, so it is ignored (#/components/schemas/Holder/properties/items_text/items)
// `allOf` is not a list, so it is ignored (#/components/schemas/Holder/properties/all_of_object/allOf)
// `oneOf` is not a list, so it is ignored (#/components/schemas/Holder/properties/one_of_object/oneOf)
// `format` is not a text, so it is ignored (#/components/schemas/Holder/properties/format_number/format)
// `additionalProperties` is not a schema, so it is ignored (#/components/schemas/Holder/properties/additional_text/additionalProperties)
// `required` is not a list, so it is ignored (#/components/schemas/Holder/properties/required_member/required)

mod api;
mod notes;
mod operations;

pub use self::api::*;
pub use self::notes::*;
pub use self::operations::*;
