using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Finance;

/// <summary>A refusal in the shape of Finance and Operations.</summary>
internal sealed class FinanceFault(int status, JsonObject? body, string told) : Exception(told)
{
    private const string Trace = "   at Microsoft.Dynamics.Platform.Integration.Services.OData.Update.UpdateProcessor.CreateEntity_Save(ChangeOperationContext context, ChangeInfo changeInfo)";

    /// <summary>Status, 0 where the setting decides: the one of writes that a rule refused.</summary>
    public int Status => status;

    /// <summary>The answer's body; null for none.</summary>
    public JsonObject? Body => body;

    /// <summary>A business rule refused a write: the useful text stands behind <c>Infolog:</c>.</summary>
    /// <param name="entity">Name of the data entity in the application, such as <c>SalesOrderLineV3Entity</c>.</param>
    /// <param name="texts">What the Infolog holds, errors after warnings.</param>
    public static FinanceFault Infolog(string entity, params string[] texts)
    {
        var told = $"Write failed for table row of type '{entity}'. Infolog: {string.Join("; ", texts)}.";
        return new(0, Shape("An error has occurred.", told, "Microsoft.Dynamics.Platform.Integration.Services.OData.Update.UpdateProcessorException"), told);
    }

    /// <summary>A query that cannot be understood.</summary>
    public static FinanceFault Query(string text) =>
        new(400, Shape($"The query specified in the URI is not valid. {text}", text, "Microsoft.OData.ODataException"), text);

    /// <summary>A request or body that cannot be understood.</summary>
    public static FinanceFault Malformed(string text) => new(400, Shape("An error has occurred.", text, "Microsoft.OData.ODataException"), text);

    /// <summary>There is no such address.</summary>
    public static FinanceFault NoResource(string address) => new(
        404, new JsonObject { ["Message"] = $"No HTTP resource was found that matches the request URI '{address}'.", ["MessageDetail"] = "No route data was found for this request." }, address);

    /// <summary>There is no such record.</summary>
    public static FinanceFault NotFound(string told) => new(404, null, told);

    /// <summary>A status with a plain text.</summary>
    public static FinanceFault Plain(int status, string text) => new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = "", ["message"] = text } }, text);

    private static JsonObject Shape(string message, string inner, string type) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = "",
            ["message"] = message,
            ["innererror"] = new JsonObject { ["message"] = inner, ["type"] = type, ["stacktrace"] = Trace },
        },
    };
}
