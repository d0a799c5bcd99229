using Integration.Contracts.Orders;

namespace Integration.OrderToCash.Payments;

/// <summary>Which of an order's movements of money can be booked now. Snapshots and answers may come in any order and any number of times.</summary>
internal static class PaymentBook
{
    /// <summary>Adds what is new in a snapshot. What was seen before stays as it was: an older snapshot only lacks what is known.</summary>
    public static void See(IList<PaymentSeen> book, IEnumerable<PaymentEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (Find(book, entry.Key) < 0) book.Add(new PaymentSeen(entry, PaymentStage.Seen, 0));
        }
    }

    /// <summary>What was booked, or is on its way, and is no longer shown by the newest snapshot.</summary>
    public static IReadOnlyList<PaymentSeen> Withdrawn(IEnumerable<PaymentSeen> book, Order order)
    {
        var shown = PaymentEntries.Of(order).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return [.. book.Where(seen => seen.Stage is PaymentStage.Posted or PaymentStage.Sent && !shown.Contains(seen.Entry.Key))];
    }

    /// <summary>What can be sent now, each with the captures that it takes back.</summary>
    public static IReadOnlyList<(PaymentSeen Seen, IReadOnlyList<string> Captures)> Due(IReadOnlyList<PaymentSeen> book) =>
    [
        .. book.Where(seen => seen.Stage == PaymentStage.Seen)
            .Select(seen => (Seen: seen, Captures: CapturesFor(book, seen.Entry)))
            .Where(due => due.Captures is not null)
            .Select(due => (due.Seen, due.Captures!)),
    ];

    /// <summary>Where the entry stands in the book, or -1.</summary>
    public static int Find(IList<PaymentSeen> book, string key)
    {
        for (var at = 0; at < book.Count; at++)
        {
            if (book[at].Entry.Key == key) return at;
        }

        return -1;
    }

    // A refund waits until every capture that is known of its transaction is in the books, and enough of them to take it from.
    private static List<string>? CapturesFor(IReadOnlyList<PaymentSeen> book, PaymentEntry entry)
    {
        if (entry.Kind == PaymentEntryKind.Capture) return [];
        var own = book.Where(seen => seen.Entry.Kind == PaymentEntryKind.Capture && seen.Entry.Transaction == entry.Transaction).ToList();
        // A shop may record a refund as a transaction of its own.
        if (own.Count == 0) own = [.. book.Where(seen => seen.Entry.Kind == PaymentEntryKind.Capture && seen.Entry.Method == entry.Method)];
        return own.Count > 0 && own.All(seen => seen.Stage == PaymentStage.Posted) && own.Sum(seen => seen.Entry.Amount) >= entry.Amount
            ? [.. own.Select(seen => seen.Entry.Key)]
            : null;
    }
}
