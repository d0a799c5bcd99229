using System.Runtime.CompilerServices;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Pairs;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Acumatica.Payments;

/// <summary>Lists what the books show for a day, along the documents' numbers as the sweeps do.</summary>
internal sealed class BookedDays(EntityClient client, SessionPool sessions, int pageSize)
{
    private const string PaymentFields = "Type,ReferenceNbr,Status,ExternalRef,PaymentAmount,CurrencyID,PaymentMethod,ApplicationDate";

    private static readonly string Types = Filter.Any([Filter.Equal("Type", "Payment"), Filter.Equal("Type", "Prepayment"), Filter.Equal("Type", "Refund")]);

    /// <summary>The pages; a failed one is the last.</summary>
    public async IAsyncEnumerable<BookedPaymentPage> PagesAsync(PairDefinition pair, DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        var journals = pair.Lanes.Payments?.Booking == PaymentBooking.Journal;
        var (entity, key, date) = journals ? ("JournalTransaction", "BatchNbr", "TransactionDate") : ("Payment", "ReferenceNbr", "ApplicationDate");
        var prefix = $"{pair.StorefrontCode}-";
        var after = "";
        while (true)
        {
            List<string> filters = [journals ? Filter.Equal("Module", "GL") : Types, Filter.OnDay(date, day)];
            if (after.Length > 0) filters.Add(Filter.After(key, after));
            var query = new EntityQuery { Filter = Filter.All(filters), Top = pageSize, Select = journals ? "Module,BatchNbr,Status,Description,CurrencyID,TransactionDate" : PaymentFields };
            var answer = await sessions.UseAsync(session => client.ListAsync(session, entity, query, ct), ct);
            if (answer.Failure is { } failure)
            {
                yield return new BookedPaymentPage([], Last: false, failure);
                yield break;
            }

            var full = answer.Records.Count >= pageSize;
            if (full && answer.Records.Zip(answer.Records.Skip(1)).Any(pair => string.Compare(pair.First.Text(key), pair.Second.Text(key), StringComparison.OrdinalIgnoreCase) >= 0))
            {
                yield return new BookedPaymentPage([], Last: false, new WriteOutcome.Rejected([new Reason(key, $"Acumatica listed {entity} out of key order, so further pages would lose records. Raise the setting pageSize.")]));
                yield break;
            }

            var booked = new List<BookedPayment>();
            foreach (var record in answer.Records)
            {
                if (!(journals ? record.Text("Description") : record.Text("ExternalRef")).StartsWith(prefix, StringComparison.Ordinal)) continue;
                if (!journals)
                {
                    booked.Add(Payment(record, day));
                    continue;
                }

                var read = await sessions.UseAsync(session => client.ReadAsync(session, entity, ["GL", record.Text("BatchNbr")], new EntityQuery { Expand = "Details" }, ct), ct);
                if (read.Failure is { } unread)
                {
                    yield return new BookedPaymentPage(booked, Last: false, unread);
                    yield break;
                }

                booked.Add(Entry(read.Record, day));
            }

            yield return new BookedPaymentPage(booked, Last: !full);
            if (!full) yield break;
            after = answer.Records[^1].Text(key);
        }
    }

    private static BookedPayment Payment(EntityRecord record, DateOnly day) => new()
    {
        Key = record.Text("ExternalRef"),
        Kind = record.Text("Type") == "Refund" ? PaymentEntryKind.Refund : PaymentEntryKind.Capture,
        Amount = new Money(record.Number("PaymentAmount") ?? 0, record.Text("CurrencyID")),
        Date = record.Date("ApplicationDate") ?? day,
        Document = PaymentLookup.Id(record).ToRef(),
        Method = record.Text("PaymentMethod"),
        Voided = record.Text("Status") == "Voided",
        Released = record.Text("Status") is "Open" or "Closed",
    };

    // The shipped mapping writes key and kind first.
    private static BookedPayment Entry(EntityRecord record, DateOnly day)
    {
        var words = record.Text("Description").Split(' ', ',');
        return new BookedPayment
        {
            Key = words[0],
            Kind = words.Length > 1 && words[1] is "refund" or "void" ? PaymentEntryKind.Refund : PaymentEntryKind.Capture,
            Amount = new Money(record.Rows("Details").Sum(line => line.Number("DebitAmount") ?? 0), record.Text("CurrencyID")),
            Date = record.Date("TransactionDate") ?? day,
            Document = new PaymentId("GL", record.Text("BatchNbr")).ToRef(),
            Method = record.Rows("Details").Select(line => line.Text("Account")).FirstOrDefault() ?? "",
            Released = record.Text("Status") is "Posted" or "Unposted" or "Completed",
        };
    }
}
