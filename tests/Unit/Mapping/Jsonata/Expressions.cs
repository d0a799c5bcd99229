using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>Short ways to compile and evaluate.</summary>
internal static class Expressions
{
    public static JsonNode? Run(
        string expression, JsonNode? input = null, IReadOnlyDictionary<string, JsonNode?>? bindings = null, TimeProvider? clock = null, JsonataLimits? limits = null) =>
        JsonataExpression.Compile(expression, limits).Evaluate(input, bindings, clock, TestContext.Current.CancellationToken);

    public static string Text(string expression, JsonataLimits? limits = null) => Run(expression, limits: limits)?.ToJsonString() ?? "null";

    public static JsonataException Failure(string expression, JsonNode? input = null, JsonataLimits? limits = null) =>
        Assert.Throws<JsonataException>(() => Run(expression, input, limits: limits));
}
