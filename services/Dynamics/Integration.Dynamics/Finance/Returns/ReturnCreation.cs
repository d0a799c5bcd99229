using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>
/// Enters a return: the header, whose number F&amp;O gives, then all of its lines in one change set, and then a look. A header that stands without lines is completed, never entered again.
/// </summary>
internal sealed class ReturnCreation(FinanceClient client, ReturnLookup lookup)
{
    /// <summary>The calls for the lines of a header.</summary>
    public static IReadOnlyList<BatchCall> Calls(IReadOnlyList<JsonObject> lines) =>
        [.. lines.Select(line => new BatchCall(HttpMethod.Post, FinanceClient.Target(StoredReturn.LineSet), line))];

    /// <summary>Enters the return, or what is missing of it.</summary>
    public async Task<WriteOutcome> RunAsync(string reference, ReturnDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        var (before, half) = await lookup.OnlyOneAsync(reference, document, ct);
        switch (before)
        {
            case LookOutcome.Same same: return new WriteOutcome.AlreadyDone(same.Ref);
            case LookOutcome.Different different: return new WriteOutcome.Differs(different.Ref, different.Fields);
            case LookOutcome.Failed failed: return failed.Outcome;
        }

        var number = half;
        if (number is null)
        {
            var answer = await client.CreateAsync(StoredReturn.Headers, document.Header, ct);
            if (answer.Failure is { } refused) return refused is WriteOutcome.Rejected rejected ? ReturnRefusals.OfHeader(rejected) : refused;
            number = answer.Record?.Text(StoredReturn.NumberField);
            if (string.IsNullOrEmpty(number)) return new WriteOutcome.Unknown("F&O answered a write without a number of the return order.");
        }

        var lines = document.LinesOf(number);
        var written = await client.BatchAsync(Calls(lines), ct);
        if (written.Failure is { } failure) return failure is WriteOutcome.Rejected reasons ? ReturnRefusals.OfLines(reasons, written.FailedCall, lines, number) : failure;
        return await ReadBackAsync(reference, document, number, ct);
    }

    // Nothing in F&O forbids a second header, or lines that were added by two at once: what stands is looked at.
    private async Task<WriteOutcome> ReadBackAsync(string reference, ReturnDocument document, string number, CancellationToken ct) => await lookup.FindAsync(reference, document, ct) switch
    {
        LookOutcome.Same same => new WriteOutcome.Done(same.Ref),
        LookOutcome.Different different => new WriteOutcome.Differs(different.Ref, different.Fields),
        _ => new WriteOutcome.Unknown($"The return order {number} was written and cannot be read back now."),
    };
}
