using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Flows;

/// <summary>One value that a rule sets: a constant, or what an expression gives.</summary>
/// <param name="Path">Where, dot separated, for example <c>shippingMethod.code</c>.</param>
/// <param name="Value">The constant, if there is no expression.</param>
/// <param name="Expression">The expression over the canonical order, or null.</param>
public sealed record FlowAssignment(string Path, JsonNode? Value, JsonataExpression? Expression);
