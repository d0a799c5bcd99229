using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Protocol;

/// <summary>Says what answers of an OData service mean.</summary>
/// <param name="mask">Takes secrets and personal data out of error texts.</param>
internal abstract class AnswerMeaning(Func<string?, string> mask)
{
    /// <summary>What it means that no answer came; null when one did. With <paramref name="write"/>, what may have been carried out is <see cref="WriteOutcome.Unknown"/>.</summary>
    public WriteOutcome? NoAnswer(OutsideAnswer answer, bool write) => answer switch
    {
        OutsideAnswer.Throttled throttled => new WriteOutcome.Throttled(throttled.After),
        OutsideAnswer.NotSent notSent => new WriteOutcome.Unavailable(Masked(notSent.Reason)),
        OutsideAnswer.NoAnswer noAnswer => Unclear(Masked(noAnswer.Reason), write),
        _ => null,
    };

    /// <summary>What a status other than success means.</summary>
    public abstract WriteOutcome Failure(int status, JsonObject? body, bool write);

    /// <summary>Unknown for a write, unavailable for a read.</summary>
    public static WriteOutcome Unclear(string reason, bool write) => write ? new WriteOutcome.Unknown(reason) : new WriteOutcome.Unavailable(reason);

    /// <summary>A text without secrets and personal data.</summary>
    protected string Masked(string? text) => mask(text);

    /// <summary>A refusal whose texts are masked.</summary>
    protected WriteOutcome.Rejected Rejected(IReadOnlyList<Reason> reasons) => new([.. reasons.Select(reason => reason with { Message = Masked(reason.Message) })]);
}
