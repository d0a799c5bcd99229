using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Protocol;

/// <summary>The exception shape of a 500 answer: <c>message</c>, <c>exceptionMessage</c>, <c>exceptionType</c>, <c>stackTrace</c>.</summary>
/// <param name="Type">The .NET exception type, such as <c>PX.Data.PXException</c>.</param>
/// <param name="Message">Its message.</param>
internal sealed record ServerException(string Type, string Message)
{
    /// <summary>Reads the shape; null when the body is something else, such as an HTML page.</summary>
    public static ServerException? Read(JsonNode? body) =>
        body is JsonObject shape && (shape["exceptionMessage"] ?? shape["exceptionType"]) is not null
            ? new ServerException(shape["exceptionType"]?.ToString() ?? "", (shape["exceptionMessage"] ?? shape["message"])?.ToString().Trim() ?? "")
            : null;

    /// <summary>No seat was free for another session.</summary>
    public bool IsLoginLimit => Has("API Login Limit");

    /// <summary>User name or password was refused (recorded: 500 with this text).</summary>
    public bool IsBadCredentials => Has("Invalid credentials");

    /// <summary>What this means for the call. The server rolls the request's one transaction back when it answers an exception.</summary>
    public WriteOutcome Outcome(bool write) => this switch
    {
        { IsLoginLimit: true } => LoginLimit(),
        { IsBadCredentials: true } => new WriteOutcome.Denied("Acumatica refused the user name or password."),
        _ when Has("deadlock") => new WriteOutcome.Unavailable("The ERP's database had a deadlock."),
        _ when Has("timeout", "timed out") => write ? new WriteOutcome.Unknown("The ERP's database timed out.") : new WriteOutcome.Unavailable("The ERP's database timed out."),
        _ => new WriteOutcome.Rejected([new Reason("", $"{ShortType}: {Message}")]),
    };

    /// <summary>No seat was free: asked again soon, as seats that nobody signed out of free themselves after 10 to 30 minutes, and no account is locked by it.</summary>
    public static WriteOutcome.Denied LoginLimit() => new(
        "All API sessions of the Acumatica licence are in use (API Login Limit): close idle ones or raise the limit on SM604000.", ProbeAfter: TimeSpan.FromMinutes(2));

    private string ShortType => Type[(Type.LastIndexOf('.') + 1)..];

    private bool Has(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (Message.Contains(text, StringComparison.OrdinalIgnoreCase) || Type.Contains(text, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
