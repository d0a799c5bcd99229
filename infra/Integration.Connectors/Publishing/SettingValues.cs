using System.Text.Json.Nodes;

namespace Integration.Connectors.Publishing;

/// <summary>Writes a connection's settings into a shipped mapping document.</summary>
public static class SettingValues
{
    /// <summary>A rule whose <c>value</c> is one of the names, such as <c>"{setting:warehouse}"</c>, gets the setting's value, or is left out when the setting is null.</summary>
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

            Fill(rule, settings);
        }
    }
}
