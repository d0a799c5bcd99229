using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>Says what an answer means. Web pages and half answers count as no answer at all.</summary>
/// <param name="mask">Takes secrets and personal data out of error texts.</param>
internal sealed class AnswerReading(Func<string?, string> mask) : AnswerMeaning(mask)
{
    /// <summary>Reads an answer. With <paramref name="write"/>, what may have been carried out is <see cref="WriteOutcome.Unknown"/>, never a plain failure.</summary>
    public FinanceAnswer Read(OutsideAnswer answer, bool write)
    {
        if (NoAnswer(answer, write) is { } failure) return new FinanceAnswer(null, failure);
        var answered = (OutsideAnswer.Answered)answer;
        var body = StrictJson.Read(answered.Body.Span) as JsonObject;
        if (!answered.IsSuccess) return new FinanceAnswer(body, Failure(answered.Status, body, write), answered.SourceTime, answered.Status);
        return body is null && answered.Status != 204
            ? new FinanceAnswer(null, Unclear("The answer is not JSON.", write), answered.SourceTime, answered.Status)
            : new FinanceAnswer(body, null, answered.SourceTime, answered.Status);
    }

    /// <summary>The causes in a failed answer, for the timeline (masked by the caller).</summary>
    public static string? ErrorText(OutsideAnswer.Answered answer) =>
        string.Join("; ", ErrorBody.Reasons(StrictJson.Read(answer.Body.Span)).Select(reason => reason.Field.Length > 0 ? $"{reason.Field}: {reason.Message}" : reason.Message));

    /// <inheritdoc />
    public override WriteOutcome Failure(int status, JsonObject? body, bool write)
    {
        var texts = ErrorBody.Texts(body);
        switch (status)
        {
            case 403:
                return new WriteOutcome.Denied(
                    $"F&O refused access (403): give the user of the integration a role with the entity's privileges and the legal entity (System administration, Users). {Masked(texts.Count > 0 ? texts[^1] : "")}".TrimEnd());
            case 404:
                return Rejected([new Reason("", "F&O has no such entity or record (404): check headerEntity and lineEntity, and that the entity is public.")]);
            case 412:
                return Rejected([new Reason("", "The record was changed by somebody else just now (412).")]);
            case 503:
                return new WriteOutcome.Unavailable("F&O is not available (503).");
            case 408:
                return Unclear("F&O gave the call up (408).", write);
            case >= 400 and < 500:
                return Rejected(ErrorBody.Reasons(body) is { Count: > 0 } causes ? causes : [new Reason("", Numbered(status))]);
            // Its own refusal, after which F&O takes the transaction back; a deadlock passes.
            case 500 when texts.Any(text => text.Contains("deadlock", StringComparison.OrdinalIgnoreCase)):
                return new WriteOutcome.Unavailable("F&O's database had a deadlock.");
            case 500 when texts.SelectMany(Infolog.Reasons).Any():
                return Rejected(ErrorBody.Reasons(body));
            default:
                return Unclear(Numbered(status), write);
        }
    }

    private static string Numbered(int status) => string.Create(CultureInfo.InvariantCulture, $"F&O answered {status}.");
}
