using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>Says what an answer means. Web pages and half answers count as no answer at all.</summary>
/// <param name="mask">Takes secrets and personal data out of error texts.</param>
internal sealed class DataverseReading(Func<string?, string> mask) : AnswerMeaning(mask)
{
    private static readonly TimeSpan UnsaidPause = TimeSpan.FromSeconds(30);

    /// <summary>Reads an answer. With <paramref name="write"/>, what may have been carried out is <see cref="WriteOutcome.Unknown"/>, never a plain failure.</summary>
    public DataverseAnswer Read(OutsideAnswer answer, bool write)
    {
        if (NoAnswer(answer, write) is { } failure) return new DataverseAnswer(null, failure);
        var answered = (OutsideAnswer.Answered)answer;
        var body = StrictJson.Read(answered.Body.Span) as JsonObject;
        var read = new DataverseAnswer(body, null, answered.SourceTime, answered.Status, Made(answered.Header("OData-EntityId")));
        if (!answered.IsSuccess) return read with { Failure = Failure(answered.Status, body, write), Error = DataverseError.Of(body) };
        return body is null && answered.Status != 204 ? read with { Failure = Unclear("The answer is not JSON.", write) } : read;
    }

    /// <summary>The cause in a failed answer, for the timeline (masked by the caller).</summary>
    public static string? ErrorText(OutsideAnswer.Answered answer) => DataverseError.Of(StrictJson.Read(answer.Body.Span)) is { Message.Length: > 0 } error ? $"{error.Message} ({error.Code})" : null;

    /// <inheritdoc />
    public override WriteOutcome Failure(int status, JsonObject? body, bool write)
    {
        var error = DataverseError.Of(body);
        switch (status)
        {
            // Deadlocks are taken back as a whole and pass; a timeout does not say so.
            case >= 400 when error.Message.Contains("deadlock", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("Sql Number: 1205", StringComparison.OrdinalIgnoreCase):
                return new WriteOutcome.Unavailable("Dataverse's database had a deadlock.");
            case >= 400 when error.Code == ErrorCodes.SqlTimeout:
                return Unclear("Dataverse's database did not answer in time.", write);
            case 403:
                return new WriteOutcome.Denied(
                    $"Dataverse refused access (403): give the application user a security role with the table's privileges (Power Platform admin center, Application users). {Masked(error.Message)}".TrimEnd());
            case 429:
                return new WriteOutcome.Throttled(UnsaidPause);
            case 503:
                return new WriteOutcome.Unavailable("Dataverse is not available (503).");
            case 408 or 504:
                return Unclear($"Dataverse gave the call up ({status}).", write);
            case >= 400 and < 500:
                return Rejected([new Reason("", error.Message.Length > 0 ? error.Message : Numbered(status))]);
            default:
                return Unclear(Numbered(status), write);
        }
    }

    // With a key in the address the header names the key, not the id.
    private static Guid? Made(string? entity) =>
        entity is not null && entity.EndsWith(')') && Guid.TryParse(entity.AsSpan(entity.LastIndexOf('(') + 1, entity.Length - entity.LastIndexOf('(') - 2), out var id) ? id : null;

    private static string Numbered(int status) => string.Create(CultureInfo.InvariantCulture, $"Dataverse answered {status}.");
}
