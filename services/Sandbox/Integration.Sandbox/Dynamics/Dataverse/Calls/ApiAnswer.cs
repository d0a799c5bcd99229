using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>What the Web API answers.</summary>
internal sealed record ApiAnswer(int Status)
{
    /// <summary>Headers beside those that every answer has.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>JSON body, or null.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Body of another kind, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Content type of <see cref="Text"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>The record made or changed, which later parts of a change set may refer to.</summary>
    public RecordAddress? Address { get; init; }

    public static ApiAnswer Json(JsonNode body, int status = 200) => new(status) { Body = body };

    public ApiAnswer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    /// <summary>The answer to a fault.</summary>
    public static ApiAnswer Of(DataverseFault fault, Preferences preferences)
    {
        var error = new JsonObject { ["code"] = fault.Code, ["message"] = fault.Message };
        if (preferences.Wants("Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus"))
        {
            error["@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus"] = "0";
            error["@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode"] = "0";
            error["@Microsoft.PowerApps.CDS.HelpLink"] = "http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a" + fault.Code;
            error["@Microsoft.PowerApps.CDS.TraceText"] = "";
            error["@Microsoft.PowerApps.CDS.InnerError.Message"] = fault.Message;
        }

        var answer = Json(new JsonObject { ["error"] = error }, fault.Status);
        return fault.RetryAfter is { } wait
            ? answer.With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString("0", System.Globalization.CultureInfo.InvariantCulture)) : answer;
    }
}
