using System.Text.Json.Nodes;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>A call that ends with an error body of the framework's shape (<c>HttpError</c> in the OpenAPI).</summary>
internal sealed class ErpFault(int status, JsonObject body) : Exception($"The ERP answers {status}.")
{
    public int Status { get; } = status;

    public JsonObject Body { get; } = body;

    /// <summary>400 with the reason under the field's path; an empty path speaks of the body as a whole.</summary>
    public static ErpFault BadRequest(string path, string reason) => new(400, new JsonObject
    {
        ["message"] = "The request is invalid.",
        ["modelState"] = new JsonObject { [path] = new JsonArray(reason) },
    });

    public static ErpFault Unauthorized() => new(401, new JsonObject { ["message"] = "You are not logged in." });

    public static ErpFault Forbidden(string reason) => new(403, new JsonObject { ["message"] = reason });

    public static ErpFault NotFound(string reason) => new(404, new JsonObject { ["message"] = reason });

    public static ErpFault PreconditionFailed(string reason) => new(412, new JsonObject { ["message"] = reason });

    /// <summary>429: the licence's queue is full. The body is not documented.</summary>
    public static ErpFault TooMany() => new(429, new JsonObject { ["message"] = "The number of web service API requests exceeds the limit of the license." });

    /// <summary>500 in the shape of an exception, which the ERP uses for permanent and passing faults alike.</summary>
    public static ErpFault Exception(string text, string type = "PX.Data.PXException") => new(500, new JsonObject
    {
        ["message"] = "An error has occurred.",
        ["exceptionMessage"] = text,
        ["exceptionType"] = type,
        ["stackTrace"] = "   at PX.Api.ContractBased.EntityService.Invoke()",
    });

    /// <summary>500 for an action that the record's status does not allow.</summary>
    public static ErpFault Disabled(string action) =>
        Exception($"Error: The {action} button is disabled.", "PX.Data.PXActionDisabledException");

    /// <summary>500 of a list read that cannot be turned into one query; names the fields.</summary>
    public static ErpFault CannotOptimize(string entity, IEnumerable<string> fields) => Exception(
        $"Optimization cannot be performed. The following fields cause the error:\n{string.Join('\n', fields.Select(field => $"{field}: View {entity} has BQL delegate"))}",
        "PX.Api.ContractBased.OptimizedExport.CannotOptimizeException");
}
