using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.XCart.Api55.Protocol;

/// <summary>What an answer that is not plain success means for a lane. What cannot be understood is refused with 400, not 422.</summary>
internal sealed class Verdicts(OutsideHttp http)
{
    private const string RefusedToken =
        "The shop refused the token: it is wrong or was changed, or the reading token was used to write. Check Settings > API in the shop's admin area.";

    /// <summary>A read that failed; it never is <see cref="WriteOutcome.Unknown"/>.</summary>
    public WriteOutcome OfRead(OutsideAnswer answer) => answer switch
    {
        OutsideAnswer.NotSent failed => new WriteOutcome.Unavailable(failed.Reason),
        OutsideAnswer.NoAnswer failed => new WriteOutcome.Unavailable(failed.Reason),
        OutsideAnswer.Throttled throttled => new WriteOutcome.Throttled(throttled.After),
        OutsideAnswer.Answered { Status: >= 300 and < 400 } moved => Moved(moved),
        OutsideAnswer.Answered refused => OfStatus(refused),
        _ => throw new InvalidOperationException($"Unexpected answer {answer.GetType().Name}."),
    };

    /// <summary>A write that failed. Whatever may have been carried out is unknown: X-Cart also breaks after it stored, while sending mails.</summary>
    public WriteOutcome OfWrite(OutsideAnswer answer) => answer switch
    {
        OutsideAnswer.NoAnswer failed => new WriteOutcome.Unknown(failed.Reason),
        OutsideAnswer.Answered { Status: >= 200 and < 400 } odd => new WriteOutcome.Unknown($"The shop answered the write with status {odd.Status}; it may have carried it out."),
        OutsideAnswer.Answered { Status: >= 500 and not 503 } broken =>
            new WriteOutcome.Unknown($"The shop broke off with status {broken.Status}; it may have stored the change before."),
        _ => OfRead(answer),
    };

    /// <summary>A read answered with status 200 and something that is not the JSON asked for.</summary>
    public static WriteOutcome UnclearRead(OutsideAnswer.Answered answer) => new WriteOutcome.Unavailable(Unclear(answer));

    /// <summary>A write answered so.</summary>
    public static WriteOutcome UnclearWrite(OutsideAnswer.Answered answer) => new WriteOutcome.Unknown(Unclear(answer));

    private WriteOutcome OfStatus(OutsideAnswer.Answered answer) => answer.Status switch
    {
        401 or 403 => new WriteOutcome.Denied(RefusedToken),
        404 or 405 => new WriteOutcome.Denied("The shop knows no such address: check the connection's url (up to the folder of the shop), and that the shop is X-Cart 5.5 or later."),
        >= 400 and < 500 => new WriteOutcome.Rejected([new Reason("", Refusal(answer))]),
        500 => new WriteOutcome.Unavailable("The shop answered with an internal error (status 500)."),
        _ => new WriteOutcome.Unavailable($"The shop is not available (status {answer.Status})."),
    };

    private string Refusal(OutsideAnswer.Answered answer) => ErrorBody.TextOf(answer) is { Length: > 0 } text
        ? $"The shop says: {http.Masked(text)}"
        : $"The shop refused the request (status {answer.Status}) without saying why.";

    private static WriteOutcome.Denied Moved(OutsideAnswer.Answered answer)
    {
        var home = Uri.TryCreate(answer.Header("Location"), UriKind.Absolute, out var location) ? $" It leads to {location.GetLeftPart(UriPartial.Authority)}." : "";
        return new WriteOutcome.Denied($"The shop answered with a redirect (status {answer.Status}): the connection's url is not the shop's own address.{home} Write the address as the shop's configuration has it.");
    }

    private static string Unclear(OutsideAnswer.Answered answer) =>
        answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
            ? "The shop answered with a web page instead of JSON: check the connection's url, and that the shop is not closed for maintenance."
            : "The shop's answer is not the JSON that was asked for, or it broke off.";
}
