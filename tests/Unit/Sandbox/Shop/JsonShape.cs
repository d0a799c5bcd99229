using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Shop;

/// <summary>Compares two JSON values by property names and kinds, recursively. Null matches anything.</summary>
internal static class JsonShape
{
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual)
    {
        var found = new List<string>();
        Compare("$", expected, actual, found);
        return found;
    }

    private static void Compare(string at, JsonNode? expected, JsonNode? actual, List<string> found)
    {
        if (expected is null || actual is null)
        {
            return;
        }

        if (Kind(expected) != Kind(actual))
        {
            found.Add($"{at}: {Kind(expected)} was recorded, {Kind(actual)} came");
            return;
        }

        if (expected is JsonObject recorded)
        {
            var came = actual.AsObject();
            found.AddRange(recorded.Where(pair => !came.ContainsKey(pair.Key)).Select(pair => $"{at}.{pair.Key}: missing"));
            found.AddRange(came.Where(pair => !recorded.ContainsKey(pair.Key)).Select(pair => $"{at}.{pair.Key}: not recorded"));
            foreach (var (name, value) in recorded.Where(pair => came.ContainsKey(pair.Key)))
            {
                Compare($"{at}.{name}", value, came[name], found);
            }
        }
        else if (expected is JsonArray rows && actual is JsonArray others)
        {
            if (rows.Count > 0 != others.Count > 0)
            {
                found.Add($"{at}: {rows.Count} elements were recorded, {others.Count} came");
            }

            for (var i = 0; i < Math.Min(rows.Count, others.Count); i++)
            {
                Compare($"{at}[{i}]", rows[i], others[i], found);
            }
        }
    }

    private static JsonValueKind Kind(JsonNode node) =>
        node.GetValueKind() is JsonValueKind.False or JsonValueKind.True ? JsonValueKind.True : node.GetValueKind();
}
