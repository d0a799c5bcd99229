using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Serving;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Lays a partial JSON document over the settings; a name that is no setting is refused.</summary>
internal static class SettingsChange
{
    public static JsonObject Apply(FinanceSettings settings, JsonElement body)
    {
        foreach (var wish in body.EnumerateObject())
        {
            var value = wish.Value;
            switch (wish.Name)
            {
                case "manualNumbers":
                    settings.ManualNumbers = value.ValueKind switch { JsonValueKind.True => ["SalesOrderNumber", "CustomerAccount"], JsonValueKind.False => [], _ => ControlBody.Texts(value) };
                    break;
                case "companies":
                    settings.Companies = ControlBody.Texts(value);
                    break;
                case "defaultCompany":
                    settings.DefaultCompany = value.GetString()!;
                    break;
                case "pageSize":
                    settings.PageSize = value.GetInt32();
                    break;
                case "heedsMaxPageSize":
                    settings.HeedsMaxPageSize = value.GetBoolean();
                    break;
                case "resolvesContentIds":
                    settings.ResolvesContentIds = value.GetBoolean();
                    break;
                case "linkAddress":
                    settings.LinkAddress = value.GetString() is { Length: > 0 } address ? new Uri(address) : null;
                    break;
                case "writeFailureStatus":
                    settings.WriteFailureStatus = value.GetInt32();
                    break;
                case "totalsCalculated":
                    settings.TotalsCalculated = value.GetBoolean();
                    break;
                case "reservation":
                    settings.Reservation = value.GetString()!;
                    break;
                case "negativeStock":
                    settings.NegativeStock = value.GetBoolean();
                    break;
                case "requireFields":
                    settings.RequireFields = ControlBody.Texts(value);
                    break;
                case "ignoreFields":
                    settings.IgnoreFields = ControlBody.Texts(value);
                    break;
                case "closedPeriods":
                    settings.ClosedPeriods = ControlBody.Texts(value);
                    break;
                case "load":
                    settings.Load = value.GetInt32();
                    break;
                case "priority":
                    settings.Priority = value.GetString()!;
                    break;
                case "retryAfter":
                    settings.RetryAfter = ControlBody.Span(value);
                    break;
                case "latency":
                    settings.Latency = ControlBody.Span(value);
                    break;
                case "eventRetry":
                    settings.EventRetry = ControlBody.Span(value);
                    break;
                case "duplicateEvents":
                    settings.DuplicateEvents = value.GetBoolean();
                    break;
                default:
                    throw FinanceFault.Plain(400, $"There is no setting {wish.Name}.");
            }
        }

        return [];
    }
}
