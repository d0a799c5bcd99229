using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Serving;

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
                    settings.ForbidDuplicates = value.ValueKind switch { JsonValueKind.True => ["WO"], JsonValueKind.False => [], _ => ControlBody.Texts(value) };
                    break;
                case "requireFields":
                    settings.RequireFields = ControlBody.Texts(value);
                    break;
                case "lockedFields":
                    settings.LockedFields = ControlBody.Texts(value);
                    break;
                case "availability":
                    settings.Availability = ControlBody.Texts(value);
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
                    settings.CustomFields = ControlBody.Texts(value);
                    break;
                case "concurrentRequests":
                    settings.ConcurrentRequests = value.GetInt32();
                    break;
                case "requestsPerMinute":
                    settings.RequestsPerMinute = value.GetInt32();
                    break;
                case "licenceMinute":
                    settings.LicenceMinute = ControlBody.Span(value);
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
                    settings.Latency = ControlBody.Span(value);
                    break;
                case "longOperation":
                    settings.LongOperation = ControlBody.Span(value);
                    break;
                case "accessTokenLifetime":
                    settings.AccessTokenLifetime = ControlBody.Span(value);
                    break;
                case "refreshTokenLifetime":
                    settings.RefreshTokenLifetime = ControlBody.Span(value);
                    break;
                case "sessionTimeout":
                    settings.SessionTimeout = ControlBody.Span(value);
                    break;
                case "pushRetry":
                    settings.PushRetry = ControlBody.Span(value);
                    break;
                default:
                    throw ErpFault.BadRequest(property.Name, "There is no such setting.");
            }
        }

        return new JsonObject();
    }
}
