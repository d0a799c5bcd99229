using System.Text.Json.Nodes;

namespace Integration.Connectors.Publishing;

/// <summary>Writes a connection's settings into a shipped mapping document.</summary>
public static class SettingValues
{
    /// <summary>
    /// A rule whose <c>value</c> is one of the names, such as <c>"{setting:warehouse}"</c>, or whose <c>to</c> ends in one, such as <c>"header.{setting:scoreField}"</c>, gets the setting's value there;
    /// when the setting is null, the rule is left out.
    /// </summary>
    /// <param name="node">The document, or a rule with rules of its own.</param>
    /// <param name="settings">The values by name.</param>
    public static void Fill(JsonNode node, IReadOnlyDictionary<string, JsonNode?> settings)
    {
        if (node["rules"] is not JsonArray rules) return;
        foreach (var rule in rules.OfType<JsonObject>().ToList())
        {
            if (rule["value"] is JsonValue value && value.TryGetValue<string>(out var text) && settings.TryGetValue(text, out var setting))
            {
                if (setting is null) rules.Remove(rule);
                else rule["value"] = setting.DeepClone();
            }

            if (rule["to"] is JsonValue target && target.TryGetValue<string>(out var to) && to.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at && settings.TryGetValue(to[at..], out var field))
            {
                if (field is null) rules.Remove(rule);
                else rule["to"] = $"{to[..at]}{field}";
            }

            Fill(rule, settings);
        }
    }
}
