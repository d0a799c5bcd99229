using Integration.Connectors.Lanes;
using Integration.Platform.Messaging;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes;

public sealed class DeliveryTurnsTests
{
    private static readonly Receipt Message = new("pair.orders.write", new Guid("018f3c5a-0000-7000-8000-000000000001"));
    private readonly DeliveryTurns _turns = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_delivery_waits_for_the_end_of_the_first()
    {
        var first = await _turns.TakeAsync(Message, Cancel);
        var second = _turns.TakeAsync(Message, Cancel);
        var third = _turns.TakeAsync(Message, Cancel);
        Assert.False(second.IsCompleted || third.IsCompleted);

        first.Dispose();
        var next = await Task.WhenAny(second, third);
        var last = next == second ? third : second;
        Assert.False(last.IsCompleted);
        (await next).Dispose();
        (await last).Dispose();
        (await _turns.TakeAsync(Message, Cancel)).Dispose();
    }

    [Fact]
    public async Task Other_messages_and_other_queues_do_not_wait()
    {
        using var first = await _turns.TakeAsync(Message, Cancel);
        using var other = await _turns.TakeAsync(Message with { MessageId = Guid.Empty }, Cancel);
        using var elsewhere = await _turns.TakeAsync(Message with { Queue = "pair.payments.write" }, Cancel);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_turn_to_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var first = await _turns.TakeAsync(Message, Cancel);
        var waiting = _turns.TakeAsync(Message, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        first.Dispose();
        (await _turns.TakeAsync(Message, Cancel)).Dispose();
    }
}
