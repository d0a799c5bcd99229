using Integration.Platform.Messaging;
using Integration.Platform.Sagas;
using MassTransit;

namespace Integration.Tests.Integration.Platform;

/// <summary>Counts pings per id; answers each with a pong, sets a timer, and misbehaves when told.</summary>
public sealed class TallyMachine : MassTransitStateMachine<Tally>
{
    public const string Out = "tally.out";

    public TallyMachine()
    {
        InstanceState(tally => tally.CurrentState);
        Event(() => Pinged, on => on.CorrelateById(context => context.Message.Id));
        Initially(When(Pinged).Then(Add).Enqueue(_ => Out, Answer).TransitionTo(Counting));
        During(
            Counting,
            When(Pinged, context => context.Message.Text == "publish").Publish(_ => new Stranger(Guid.NewGuid())),
            When(Pinged, context => context.Message.Text != "publish").Then(Add).Enqueue(
                _ => Out,
                Answer,
                context => new OutboxSend { TimerKey = context.Message.Text == "timer" ? $"{context.Saga.CorrelationId}" : null }));
    }

    public Event<Ping> Pinged { get; private set; } = null!;

    public State Counting { get; private set; } = null!;

    private static void Add(BehaviorContext<Tally, Ping> context)
    {
        context.Saga.Count++;
        context.Saga.Sum += context.Message.Amount;
    }

    private static Pong Answer(BehaviorContext<Tally, Ping> context) => new(context.Saga.CorrelationId, context.Saga.Count);
}
