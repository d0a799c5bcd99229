using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Payments;

/// <summary>Undoes captures as if they had never been: each of their payments is voided. A payment's own status tells whether that is done.</summary>
internal sealed class VoidBooking(EntityClient client, PaymentLookup lookup)
{
    /// <summary>Same when all of them are voided.</summary>
    public async Task<LookOutcome> FindAsync(Session session, PaymentPosting posting, CancellationToken ct)
    {
        var (left, voided, failure) = await SortAsync(session, posting, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        return left.Count == 0 && voided.Count > 0 ? new LookOutcome.Same(voided[^1].ToRef()) : new LookOutcome.NotFound();
    }

    /// <summary>Voids those that are not.</summary>
    public async Task<WriteOutcome> PostAsync(Session session, PaymentPosting posting, CancellationToken ct)
    {
        var (left, voided, failure) = await SortAsync(session, posting, ct);
        if (failure is not null) return failure;
        foreach (var id in left)
        {
            var answer = await client.ActAsync(session, "Payment", "VoidPayment", Wire.Wrap(PaymentWrite.Keys(id)), ct);
            if (PaymentWrite.Judged(answer, "").Failure is { } refused) return refused;
            voided.Add(id);
        }

        return voided.Count > 0 ? new WriteOutcome.Done(voided[^1].ToRef()) : new WriteOutcome.Rejected([new Reason("", "No payment that it could void is in the ERP.")]);
    }

    private async Task<(List<PaymentId> Left, List<PaymentId> Voided, WriteOutcome? Failure)> SortAsync(Session session, PaymentPosting posting, CancellationToken ct)
    {
        var (left, voided) = (new List<PaymentId>(), new List<PaymentId>());
        foreach (var key in posting.Captures)
        {
            var (found, failure) = await lookup.WithKeyAsync(session, key, incoming: true, ct);
            if (failure is not null) return (left, voided, failure);
            foreach (var payment in found) (payment.Text("Status") == "Voided" ? voided : left).Add(PaymentLookup.Id(payment));
        }

        return (left, voided, null);
    }
}
