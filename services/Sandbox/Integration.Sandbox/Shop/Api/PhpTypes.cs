using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Api;

/// <summary>The names that PHP gives to the types of JSON values.</summary>
internal static class PhpTypes
{
    public static string Name(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "float" : "int",
        _ => "array",
    };
}
