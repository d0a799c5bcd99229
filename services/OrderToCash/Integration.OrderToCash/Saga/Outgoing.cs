using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Erp;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Mapping.Flows;
using Integration.OrderToCash.Screening;
using System.Text.Json;

namespace Integration.OrderToCash.Saga;

/// <summary>A message that the saga sends, with its queue; committed with the saga's state.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Message">The message.</param>
/// <param name="DueAt">When it is to be delivered; null for at once.</param>
/// <param name="Timer">Key of the timer that it is, or null.</param>
internal sealed record Outgoing(string Queue, object Message, DateTimeOffset? DueAt = null, string? Timer = null)
{
    /// <summary>Name of the deadline for a scoring service's answer.</summary>
    public const string ScreeningDeadline = "screening";

    /// <summary>Name of the timer on which an order waits for a paused screening.</summary>
    public const string LaneTimer = "lane";

    public static Outgoing Submit(OrderSaga saga, Order order) =>
        new(Queues.OrdersSubmit(saga.Pair), new SubmitSalesOrder(saga.Key(), order, saga.Attempt, saga.Scores));

    public static Outgoing Cancel(OrderSaga saga) =>
        new(Queues.OrdersSubmit(saga.Pair), new CancelSalesOrder(saga.Key(), saga.Reference, saga.ErpOrder, saga.CancelReason, saga.Attempt));

    public static Outgoing Amend(OrderSaga saga, Order order, bool reopen) =>
        new(Queues.OrdersSubmit(saga.Pair), new AmendSalesOrder(saga.Key(), order, saga.ErpOrder!, saga.Amendment, reopen));

    public static Outgoing Ask(OrderSaga saga, Order order, DateTimeOffset answerBy) =>
        new(Queues.OrdersScreening(saga.Pair), new ScreenOrder(saga.Key(), saga.AskedSequence, order, answerBy), null, AskTimer(saga));

    /// <summary>A question that nobody took is taken back with its deadline.</summary>
    public static string AskTimer(OrderSaga saga) => $"{saga.CorrelationId}:ask";

    public static Outgoing AnswerDeadline(OrderSaga saga, DateTimeOffset due) =>
        new(Queues.OrderToCash(saga.Pair), new OrderDeadlinePassed(saga.Key(), ScreeningDeadline, (int)saga.AskedSequence), due, AnswerTimer(saga));

    public static string AnswerTimer(OrderSaga saga) => $"{saga.CorrelationId}:{ScreeningDeadline}";

    public static Outgoing LookAgain(OrderSaga saga, DateTimeOffset due) =>
        new(Queues.OrderToCash(saga.Pair), new OrderDeadlinePassed(saga.Key(), LaneTimer, 0), due, $"{ScreeningPause.Timers(saga.Pair)}{saga.CorrelationId}");

    public static Outgoing StateDeadline(OrderSaga saga, string name, DateTimeOffset due) =>
        new(Queues.OrderToCash(saga.Pair), new OrderDeadlinePassed(saga.Key(), name, 0), due, StateTimer(saga, name));

    public static string StateTimer(OrderSaga saga, string name) => $"{saga.CorrelationId}:{name}";

    public static Outgoing Notice(OrderSaga saga, DateTimeOffset at, FlowNotice notice, string version) => new(Queues.Console, new NoticeRaised
    {
        Pair = saga.Pair,
        Entity = Entities.Order,
        RecordId = saga.OrderId,
        Number = saga.Number,
        Rule = notice.Rule,
        Reason = notice.Reason,
        Version = version,
        Channels = notice.Channels,
        At = at,
        TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "",
    });

    public static Outgoing Reread(OrderSaga saga, string operatorName) =>
        new(Queues.OrdersRead(saga.Pair), new RereadRecord(saga.Pair, Entities.Order, saga.OrderId, operatorName));

    public static Outgoing SubmitDeadline(OrderSaga saga, DateTimeOffset due) =>
        new(Queues.OrderToCash(saga.Pair), new OrderDeadlinePassed(saga.Key(), FlowDeadlines.Submit, saga.Attempt), due, SubmitTimer(saga));

    public static string SubmitTimer(OrderSaga saga) => $"{saga.CorrelationId}:submit";

    public static Outgoing Activity(OrderSaga saga, DateTimeOffset at, string summary, string? state = null, string lane = "orders") =>
        new(Queues.Console, new ActivityRecorded
        {
            Pair = saga.Pair,
            Lane = lane,
            Entity = Entities.Order,
            RecordId = saga.OrderId,
            Number = saga.Number,
            Summary = summary,
            State = state,
            ErpNumber = saga.ErpOrder?.Number,
            At = at,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "",
        });

    public static Outgoing Attention(OrderSaga saga, DateTimeOffset at, string attentionClass, IReadOnlyList<Reason> reasons, string advice, bool retry)
    {
        saga.NeedsPerson = true;
        return new Outgoing(Queues.Console, new AttentionRaised
        {
            Pair = saga.Pair,
            Lane = "orders",
            Entity = Entities.Order,
            RecordId = saga.OrderId,
            Number = saga.Number,
            Class = attentionClass,
            Reasons = reasons,
            Advice = advice,
            Retry = retry ? Resubmit(saga) : null,
            At = at,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "",
        });
    }

    public static Outgoing Settled(OrderSaga saga, DateTimeOffset at, string why) =>
        new(Queues.Console, new AttentionCleared(saga.Pair, Entities.Order, saga.OrderId, null, why, at));

    public static Outgoing Cleared(OrderSaga saga, DateTimeOffset at, string attentionClass, string why) =>
        new(Queues.Console, new AttentionCleared(saga.Pair, Entities.Order, saga.OrderId, attentionClass, why, at));

    public static Outgoing InTime(OrderSaga saga, DateTimeOffset at) =>
        new(Queues.Console, new AttentionCleared(saga.Pair, Entities.Order, saga.OrderId, AttentionClasses.Overdue, "The order moved on.", at));

    private static RetryMessage Resubmit(OrderSaga saga) => new(
        Queues.OrderToCash(saga.Pair), typeof(ResubmitOrder).FullName!,
        JsonSerializer.Serialize(new ResubmitOrder(saga.Key(), "operator"), ContractsJson.Options));
}
