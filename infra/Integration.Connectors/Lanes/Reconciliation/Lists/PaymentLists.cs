using System.Globalization;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Reconciliation.Lists;

/// <summary>Captured payments and refunds by day. A capture that was voided as a whole counts on neither side; reservations move no money.</summary>
internal sealed class PaymentLists : ILaneLists
{
    public IEnumerable<IRecordList> Of(IConnector connector, PairDefinition pair) => pair.Lanes.Payments is null ? [] : connector switch
    {
        IStorefront { Payments: { } payments } => [new Taken(payments, PaymentEntryKind.Capture), new Taken(payments, PaymentEntryKind.Refund)],
        IErp { Payments: { } payments } => [new Booked(payments, PaymentEntryKind.Capture), new Booked(payments, PaymentEntryKind.Refund)],
        _ => [],
    };

    private static string EntityOf(PaymentEntryKind kind) => kind == PaymentEntryKind.Refund ? Entities.Refund : Entities.Payment;

    // One day is one page: the ports list a day at a time.
    private static DateOnly DayOf(ListQuestion question) =>
        question.Cursor is { } cursor ? DateOnly.ParseExact(cursor, "yyyy-MM-dd", CultureInfo.InvariantCulture) : question.Days?.First ?? throw new InvalidOperationException("Payments are listed by day.");

    private static string? Next(ListQuestion question, DateOnly day) => day < question.Days!.Last ? day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private sealed class Taken(IStorefrontPayments payments, PaymentEntryKind kind) : IRecordList
    {
        public string Entity => EntityOf(kind);

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
        {
            var (day, records) = (DayOf(question), new List<ListedRecord>());
            await foreach (var page in payments.ListByDayAsync(question.Pair, day, ct))
            {
                if (page.Failure is { } failure) return new ListPage.Failed(failure);
                records.AddRange(page.Payments.Where(payment => payment.Entry.Kind == kind).Select(payment => Record(payment, question.Pair)));
                if (page.Last) break;
            }

            return new ListPage.Read(records, Next(question, day));
        }

        private static ListedRecord Record(StorePayment payment, PairDefinition pair)
        {
            var (order, entry) = (payment.Order, payment.Entry);
            var undone = PaymentEntries.Of(order).Any(other => other.Kind == PaymentEntryKind.Void && other.Transaction == entry.Transaction);
            // Money of an order that the pair has not taken is not in the books yet.
            var cancelled = order.PaymentStatus is PaymentStatus.Cancelled or PaymentStatus.Declined;
            var taken = order.PlacedAt >= pair.From && pair.ImportRule.Takes(order);
            return new ListedRecord
            {
                Key = entry.Key,
                Id = order.Key.OrderId,
                Number = order.Number,
                Reference = entry.ProviderReference,
                State = undone ? ListedStates.Cancelled : taken && !cancelled ? ListedStates.Active : ListedStates.Waiting,
                Amount = entry.Amount,
                Currency = entry.Currency,
                Group = entry.Method,
                At = DaySpan.StartOf(entry.LocalDate, pair.TimeZone),
                ChangedAt = order.ChangedAt,
            };
        }
    }

    private sealed class Booked(IErpPayments payments, PaymentEntryKind kind) : IRecordList
    {
        public string Entity => EntityOf(kind);

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
        {
            var (day, records) = (DayOf(question), new List<ListedRecord>());
            await foreach (var page in payments.ListByDayAsync(question.Pair, day, ct))
            {
                if (page.Failure is { } failure) return new ListPage.Failed(failure);
                records.AddRange(page.Payments.Where(payment => payment.Kind == kind).Select(payment => Record(payment, question.Pair)));
                if (page.Last) break;
            }

            return new ListPage.Read(records, Next(question, day));
        }

        private static ListedRecord Record(BookedPayment payment, PairDefinition pair) => new()
        {
            Key = payment.Key,
            Id = payment.Document.Id,
            Number = payment.Document.Number,
            State = payment.Voided ? ListedStates.Cancelled : ListedStates.Active,
            Amount = payment.Amount.Amount,
            Currency = payment.Amount.Currency,
            Group = payment.Method,
            At = DaySpan.StartOf(payment.Date, pair.TimeZone),
        };
    }
}
