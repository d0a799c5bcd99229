using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Finds return orders by our reference; several matches go to a person.</summary>
internal sealed class ReturnLookup(ReturnStore store)
{
    /// <summary>Looks and compares what is found. A header without any line is our own half and counts as not found: <see cref="ReturnCreation"/> completes it.</summary>
    public async Task<LookOutcome> FindAsync(string reference, ReturnDocument document, CancellationToken ct) => (await OnlyOneAsync(reference, document, ct)).Outcome;

    /// <summary>The same, with the number of the half, or null.</summary>
    public async Task<(LookOutcome Outcome, string? Half)> OnlyOneAsync(string reference, ReturnDocument document, CancellationToken ct)
    {
        var headers = await store.WithReferenceAsync(reference, ct);
        if (headers.Failure is { } failure) return (new LookOutcome.Failed(failure), null);
        if (headers.Records.Count == 0) return (new LookOutcome.NotFound(), null);
        var number = headers.Records[0].Text(StoredReturn.NumberField);
        if (headers.Records.Count > 1)
        {
            return (new LookOutcome.Different(StoredReturn.RefOf(number), [new Reason("header.CustomersOrderReference",
                $"Several returns carry {reference}: {string.Join(", ", headers.Records.Select(header => header.Text(StoredReturn.NumberField)))}. Keep one, clear the customer reference on the others.")]), null);
        }

        var (stored, unread) = await store.WithLinesAsync(headers.Records[0], ct);
        if (stored is null) return (new LookOutcome.Failed(unread!), null);
        var differences = stored.IsHalf ? ReturnComparison.OfHeader(document, stored) : ReturnComparison.Differences(document, stored);
        if (differences.Count > 0) return (new LookOutcome.Different(StoredReturn.RefOf(number), differences), null);
        return stored.IsHalf ? (new LookOutcome.NotFound(), number) : (new LookOutcome.Same(StoredReturn.RefOf(number)), null);
    }
}
