using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Lays a partial JSON document over the settings; a name that is no setting is refused.</summary>
internal static class SettingsChange
{
    public static JsonObject Apply(ErpSettings settings, JsonElement body)
    {
        foreach (var property in body.EnumerateObject())
        {
            var value = property.Value;
            switch (property.Name)
            {
                case "forbidDuplicates":
                    settings.ForbidDuplicates = value.ValueKind switch { JsonValueKind.True => ["WO"], JsonValueKind.False => [], _ => Texts(value) };
                    break;
                case "requireFields":
                    settings.RequireFields = Texts(value);
                    break;
                case "lockedFields":
                    settings.LockedFields = Texts(value);
                    break;
                case "availability":
                    settings.Availability = Texts(value);
                    break;
                case "negativeStock":
                    settings.NegativeStock = value.GetBoolean();
                    break;
                case "autoNumbering":
                    settings.AutoNumbering = value.GetBoolean();
                    break;
                case "duplicatePush":
                    settings.DuplicatePush = value.GetBoolean();
                    break;
                case "customFields":
                    settings.CustomFields = Texts(value);
                    break;
                case "concurrentRequests":
                    settings.ConcurrentRequests = value.GetInt32();
                    break;
                case "requestsPerMinute":
                    settings.RequestsPerMinute = value.GetInt32();
                    break;
                case "licenceMinute":
                    settings.LicenceMinute = Span(value);
                    break;
                case "oDataPage":
                    settings.ODataPage = value.GetInt32();
                    break;
                case "oDataDecimalsAsText":
                    settings.ODataDecimalsAsText = value.GetBoolean();
                    break;
                case "seats":
                    settings.Seats = value.GetInt32();
                    break;
                case "latency":
                    settings.Latency = Span(value);
                    break;
                case "longOperation":
                    settings.LongOperation = Span(value);
                    break;
                case "accessTokenLifetime":
                    settings.AccessTokenLifetime = Span(value);
                    break;
                case "refreshTokenLifetime":
                    settings.RefreshTokenLifetime = Span(value);
                    break;
                case "sessionTimeout":
                    settings.SessionTimeout = Span(value);
                    break;
                case "pushRetry":
                    settings.PushRetry = Span(value);
                    break;
                default:
                    throw ErpFault.BadRequest(property.Name, "There is no such setting.");
            }
        }

        return new JsonObject();
    }

    private static IReadOnlyList<string> Texts(JsonElement value) => [.. value.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>A span as <c>"00:00:00.200"</c>, or as milliseconds.</summary>
    private static TimeSpan Span(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? TimeSpan.FromMilliseconds(value.GetDouble()) : TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
