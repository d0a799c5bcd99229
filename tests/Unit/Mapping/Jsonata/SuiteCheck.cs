using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>Evaluates a case and says what differs from what it demands.</summary>
internal static class SuiteCheck
{
    /// <summary>Null if the case passes.</summary>
    public static string? Difference(SuiteCase suiteCase)
    {
        if (suiteCase.Expression is null)
            return "the file of its expression is not in the copy";
        var demandedCode = suiteCase.Definition["code"]?.GetValue<string>() ?? CodeOf(suiteCase.Definition["error"]);
        var hasInput = suiteCase.Definition.ContainsKey("data") || suiteCase.Input is not null;
        try
        {
            var expression = JsonataExpression.Compile(suiteCase.Expression);
            var exists = hasInput
                ? expression.TryEvaluate(suiteCase.Input, out var result, suiteCase.Bindings?.ToDictionary(pair => pair.Key, pair => pair.Value))
                : expression.TryEvaluateNothing(out result, suiteCase.Bindings?.ToDictionary(pair => pair.Key, pair => pair.Value));
            if (demandedCode is not null)
                return $"demanded {demandedCode}, got {result?.ToJsonString() ?? "nothing"}";
            if (suiteCase.Definition.ContainsKey("undefinedResult"))
                return exists ? $"demanded nothing, got {result?.ToJsonString() ?? "null"}" : null;
            var demanded = suiteCase.Definition["result"];
            if (!exists)
                return $"demanded {demanded?.ToJsonString() ?? "null"}, got nothing";
            return AreEqual(demanded, result, suiteCase.Definition.ContainsKey("unordered"))
                ? null
                : $"demanded {demanded?.ToJsonString() ?? "null"}, got {result?.ToJsonString() ?? "null"}";
        }
        catch (JsonataException failure)
        {
            return failure.Code == demandedCode ? TokenDifference(suiteCase, failure) : $"demanded {demandedCode ?? "a result"}, got {failure.Code}";
        }
    }

    private static string? CodeOf(JsonNode? error) => error is JsonObject described ? described["code"]?.GetValue<string>() : error?.GetValue<string>();

    private static string? TokenDifference(SuiteCase suiteCase, JsonataException failure)
    {
        var token = suiteCase.Definition["token"] ?? (suiteCase.Definition["error"] as JsonObject)?["token"];
        return token is null || token.GetValue<string>() == failure.Token ? null : $"demanded token {token}, got {failure.Token}";
    }

    private static bool AreEqual(JsonNode? demanded, JsonNode? result, bool isUnordered)
    {
        if (demanded is null || result is null)
            return demanded is null && result is null;
        if (demanded.GetValueKind() != result.GetValueKind())
            return false;
        switch (demanded)
        {
            case JsonObject members:
                var others = result.AsObject();
                return members.Count == others.Count
                    && members.All(member => others.TryGetPropertyValue(member.Key, out var other) && AreEqual(member.Value, other, isUnordered));
            case JsonArray items:
                var array = result.AsArray();
                if (items.Count != array.Count)
                    return false;
                return isUnordered
                    ? items.All(item => array.Any(other => AreEqual(item, other, isUnordered)))
                    : items.Zip(array).All(pair => AreEqual(pair.First, pair.Second, isUnordered));
            default:
                return demanded.GetValueKind() == JsonValueKind.Number
                    ? AreSameNumber(demanded, result)
                    : JsonNode.DeepEquals(demanded, result);
        }
    }

    /// <summary>The suite's numbers are doubles; ours are equal if they are that double to its 15 decimal digits.</summary>
    private static bool AreSameNumber(JsonNode demanded, JsonNode result)
    {
        var left = demanded.GetValue<double>();
        var right = (double)result.GetValue<decimal>();
        return left.Equals(right) || Math.Abs(left - right) <= Math.Abs(left) * 1e-15;
    }
}
