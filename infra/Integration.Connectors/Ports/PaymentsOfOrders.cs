using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Ports;

/// <summary>
/// Lists payments by reading the orders that could hold them: those changed since the day began, and those placed lately whose stamp does not tell of
/// every transaction. For storefronts that have no list of transactions.
/// </summary>
/// <param name="orders">Reads orders.</param>
/// <param name="recent">Lists orders placed lately, or null where the change stamp tells of everything.</param>
public sealed class PaymentsOfOrders(IStorefrontOrders orders, IRecentOrders? recent) : IStorefrontPayments
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<StorePaymentPage> ListByDayAsync(PairDefinition pair, DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // A clock that springs forward at midnight has no 0:00.
        while (pair.TimeZone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        var begin = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, pair.TimeZone), TimeSpan.Zero);
        var read = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in CandidatesAsync(begin, ct))
        {
            var found = new List<StorePayment>();
            foreach (var record in page.Records.Where(record => read.Add(record.Id)))
            {
                switch (await orders.ReadAsync(pair, record.Id, ct))
                {
                    case ReadOutcome<Order>.Found order:
                        found.AddRange(PaymentEntries.Of(order.Value).Where(entry => entry.LocalDate == day).Select(entry => new StorePayment(order.Value, entry)));
                        break;
                    case ReadOutcome<Order>.Failed failed:
                        yield return new StorePaymentPage(found, Last: false, failed.Outcome);
                        yield break;
                }
            }

            yield return new StorePaymentPage(found, Last: false, page.Failure);
            if (page.Failure is not null) yield break;
        }

        yield return new StorePaymentPage([], Last: true);
    }

    private async IAsyncEnumerable<ChangePage> CandidatesAsync(DateTimeOffset begin, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var page in orders.ChangedSinceAsync(begin, ct))
        {
            yield return page;
            if (page.Failure is not null) yield break;
            if (page.Last) break;
        }

        if (recent is null) yield break;
        await foreach (var page in recent.PlacedSinceAsync(begin - recent.Schedule.Within, ct))
        {
            yield return page;
            if (page.Last || page.Failure is not null) yield break;
        }
    }
}
