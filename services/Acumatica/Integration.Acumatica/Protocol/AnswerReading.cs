using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Protocol;

/// <summary>Says what an answer means: the whole tree of status codes and error shapes of the contract REST API.</summary>
/// <param name="mask">Takes secrets and personal data out of error texts.</param>
internal sealed class AnswerReading(Func<string?, string> mask)
{
    /// <summary>Reads an answer. With <paramref name="write"/>, what may have been carried out is <see cref="WriteOutcome.Unknown"/>, never a plain failure.</summary>
    public EntityAnswer Read(OutsideAnswer answer, bool write) => answer switch
    {
        OutsideAnswer.Throttled throttled => new EntityAnswer(null, new WriteOutcome.Throttled(throttled.After)),
        OutsideAnswer.NotSent notSent => new EntityAnswer(null, new WriteOutcome.Unavailable(mask(notSent.Reason))),
        OutsideAnswer.NoAnswer noAnswer => new EntityAnswer(null, write ? new WriteOutcome.Unknown(mask(noAnswer.Reason)) : new WriteOutcome.Unavailable(mask(noAnswer.Reason))),
        OutsideAnswer.Answered answered => Read(answered, write),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The causes in a failed answer, for the timeline (masked by the caller).</summary>
    public static string? ErrorText(OutsideAnswer.Answered answer)
    {
        var body = StrictJson.Read(answer.Body.Span);
        return ServerException.Read(body) is { } exception
            ? exception.Message
            : string.Join("; ", ErrorTree.Collect(body).Select(reason => reason.Field.Length > 0 ? $"{reason.Field}: {reason.Message}" : reason.Message));
    }

    private EntityAnswer Read(OutsideAnswer.Answered answer, bool write)
    {
        var body = StrictJson.Read(answer.Body.Span);
        if (answer.IsSuccess)
        {
            // 200 with a login page or a cut body: something answered, but not the API.
            return body is null && answer.Status == 200
                ? new EntityAnswer(null, Unclear("The answer is not JSON.", write), answer.SourceTime, answer.Status)
                : new EntityAnswer(body, null, answer.SourceTime, answer.Status, answer.Header("Location"));
        }

        return new EntityAnswer(body, Failure(answer.Status, body, write), answer.SourceTime, answer.Status);
    }

    private WriteOutcome Failure(int status, JsonNode? body, bool write)
    {
        switch (status)
        {
            case 403:
                return new WriteOutcome.Denied($"Acumatica refused access (403): the user lacks rights to this form, endpoint or branch. {Text(body)}".TrimEnd());
            case 412:
                return Rejected([new Reason("", "The record that was to be updated is not there (412).")]);
            case 400 or 404 or 405 or 409 or 411 or 413 or 414 or 415 or 422:
                var causes = ErrorTree.Collect(body);
                return Rejected(causes.Count > 0 ? causes : [new Reason("", Numbered(status))]);
            case 503:
                return new WriteOutcome.Unavailable("Acumatica is not available (503).");
            case 500 when ServerException.Read(body) is { } exception:
                return Masked(exception.Outcome(write));
            case 500 when ErrorTree.Collect(body) is { Count: > 0 } errors:
                return Rejected(errors);
            case < 500:
                return Rejected([new Reason("", Numbered(status))]);
            default:
                return Unclear(Numbered(status), write);
        }
    }

    private string Text(JsonNode? body) => mask(string.Join(" ", ErrorTree.Collect(body).Select(reason => reason.Message)));

    private WriteOutcome Masked(WriteOutcome outcome) => outcome is WriteOutcome.Rejected rejected ? Rejected(rejected.Reasons) : outcome;

    private WriteOutcome.Rejected Rejected(IReadOnlyList<Reason> reasons) =>
        new([.. reasons.Select(reason => reason with { Message = mask(reason.Message) })]);

    private static WriteOutcome Unclear(string reason, bool write) => write ? new WriteOutcome.Unknown(reason) : new WriteOutcome.Unavailable(reason);

    private static string Numbered(int status) => string.Create(CultureInfo.InvariantCulture, $"Acumatica answered {status}.");
}
