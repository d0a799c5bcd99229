using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Lays a partial JSON document over the settings; a name that is no setting is refused.</summary>
internal static class SettingsChange
{
    private static readonly Dictionary<string, Action<DataverseSettings, JsonElement>> Known = new(StringComparer.Ordinal)
    {
        ["requestsPerWindow"] = (settings, value) => settings.RequestsPerWindow = value.GetInt32(),
        ["executionTimePerWindow"] = (settings, value) => settings.ExecutionTimePerWindow = Span(value),
        ["concurrentRequests"] = (settings, value) => settings.ConcurrentRequests = value.GetInt32(),
        ["limitWindow"] = (settings, value) => settings.LimitWindow = Span(value),
        ["executionCost"] = (settings, value) => settings.ExecutionCost = Span(value),
        ["latency"] = (settings, value) => settings.Latency = Span(value),
        ["keyActivation"] = (settings, value) => settings.KeyActivation = Span(value),
        ["strictKeyCharacters"] = (settings, value) => settings.StrictKeyCharacters = value.GetBoolean(),
        ["strictHeaders"] = (settings, value) => settings.StrictHeaders = value.GetBoolean(),
        ["keyRace"] = (settings, value) => settings.KeyRace = value.GetBoolean(),
        ["dateOnlyAsDate"] = (settings, value) => settings.DateOnlyAsDate = value.GetBoolean(),
        ["fulfillIsBound"] = (settings, value) => settings.FulfillIsBound = value.GetBoolean(),
        ["priceListOptional"] = (settings, value) => settings.PriceListOptional = value.GetBoolean(),
        ["closedOrdersReadOnly"] = (settings, value) => settings.ClosedOrdersReadOnly = value.GetBoolean(),
        ["duplicateRules"] = (settings, value) => settings.DuplicateRules = Texts(value),
        ["trackedTables"] = (settings, value) => settings.TrackedTables = Texts(value),
        ["webhookRetry"] = (settings, value) => settings.WebhookRetry = Span(value),
        ["webhookTimeout"] = (settings, value) => settings.WebhookTimeout = Span(value),
        ["webhookSize"] = (settings, value) => settings.WebhookSize = value.GetInt32(),
        ["duplicateWebhooks"] = (settings, value) => settings.DuplicateWebhooks = value.GetBoolean(),
    };

    public static JsonObject Apply(DataverseSettings settings, JsonElement body)
    {
        foreach (var property in body.EnumerateObject())
        {
            if (!Known.TryGetValue(property.Name, out var set))
            {
                throw DataverseFault.Invalid($"There is no setting {property.Name}.");
            }

            set(settings, property.Value);
        }

        return new JsonObject();
    }

    private static IReadOnlyList<string> Texts(JsonElement value) => [.. value.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>A span as <c>"00:00:00.200"</c>, or as milliseconds.</summary>
    private static TimeSpan Span(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? TimeSpan.FromMilliseconds(value.GetDouble()) : TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
