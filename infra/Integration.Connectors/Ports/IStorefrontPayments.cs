using Integration.Connectors.Pairs;

namespace Integration.Connectors.Ports;

/// <summary>Lists a storefront's money afresh, for the comparison with the books.</summary>
public interface IStorefrontPayments
{
    /// <summary>Lists what was captured, refunded or voided on one day of the pair's time zone. Stops after a page with <see cref="StorePaymentPage.Last"/> or a failure.</summary>
    IAsyncEnumerable<StorePaymentPage> ListByDayAsync(PairDefinition pair, DateOnly day, CancellationToken ct);
}
