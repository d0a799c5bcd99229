using Integration.Contracts.Operations;
using Integration.Mapping.Flows;
using Integration.Platform.Sagas;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>Deadlines of the flow document: a state that takes too long is told to a person. Nothing is ever cancelled because of one.</summary>
public sealed partial class OrderStateMachine
{
    private void Deadlines()
    {
        Watch(OnHold, FlowDeadlines.Hold, "The order is held and nobody has released it within the deadline.", "Look at why it is held, then release it or cancel it in the shop.");
        Watch(Submitted, FlowDeadlines.Ship, "The ERP has the order, and nothing was shipped within the deadline.", "Look at the order in the ERP: stock, credit hold, picking.");
        Watch(PartlyShipped, FlowDeadlines.Complete, "A part was shipped, and the rest has not followed within the deadline.", "Look at the order in the ERP: back orders, picking.");
        Watch(Shipped, FlowDeadlines.Invoice, "Everything was shipped, and no invoice was released within the deadline.", "Release the invoice in the ERP.");
        Watch(Cancelling, FlowDeadlines.Cancel, "The shop cancelled the order, and the ERP's side has not answered within the deadline.", "Look at the ERP's connection, and at the order in the ERP.");
    }

    private void Watch(State state, string deadline, string reason, string advice)
    {
        WhenEnter(state, x => x.ThenAsync(context => StartAsync(context, deadline)));
        WhenLeave(state, x => x.ThenAsync(StopAsync));
        During(state, When(DeadlinePassed).If(c => c.Message.Deadline == deadline, x => x.ThenAsync(c => OverdueAsync(c, reason, advice))));
    }

    private async Task StartAsync(BehaviorContext<OrderSaga> context, string deadline)
    {
        var saga = context.Saga;
        if (_screening.Deadline(saga.Pair, deadline) is not { } allowed) return;
        saga.Watched = deadline;
        await context.SendAsync(Outgoing.StateDeadline(saga, deadline, Now + allowed));
    }

    private async Task StopAsync(BehaviorContext<OrderSaga> context)
    {
        var saga = context.Saga;
        if (saga.Watched.Length > 0) await context.CancelTimerAsync(Outgoing.StateTimer(saga, saga.Watched));
        if (saga.IsOverdue) await context.SendAsync(Outgoing.InTime(saga, Now));
        (saga.Watched, saga.IsOverdue) = ("", false);
    }

    private async Task OverdueAsync(BehaviorContext<OrderSaga, Contracts.OrderToCash.OrderDeadlinePassed> context, string reason, string advice)
    {
        context.Saga.IsOverdue = true;
        await context.SendAsync(
            Outgoing.Activity(context.Saga, Now, reason),
            Outgoing.Attention(context.Saga, Now, AttentionClasses.Overdue, [new Reason("", reason)], advice, retry: false));
    }
}
