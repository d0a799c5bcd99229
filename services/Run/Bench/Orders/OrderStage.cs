using System.Text.Json.Nodes;
using Integration.Run.Bench.Systems;
using Integration.Run.Stack;

namespace Integration.Run.Bench.Orders;

/// <summary>A stack whose sandboxes have full shelves and let orders through: the first one is done.</summary>
internal sealed class OrderStage : IAsyncDisposable
{
    private readonly BenchStack _stack;
    private readonly bool _ships;
    private readonly TimeProvider _time;

    private OrderStage(BenchStack stack, bool ships, TimeProvider time)
    {
        (_stack, _ships, _time) = (stack, ships, time);
        World = new OrderWorld(Http, stack);
    }

    /// <summary>For whatever a bench asks the sandboxes itself.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The sandboxes.</summary>
    public OrderWorld World { get; }

    /// <summary>The stack with its servers.</summary>
    public IRunningStack Running => _stack.Running;

    /// <summary>Starts it.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="ships">Whether the ERP ships every order, and tells of it.</param>
    /// <param name="editPair">Edits the pair's file beyond what every bench of orders does.</param>
    /// <param name="say">Tells the progress.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<OrderStage> StartAsync(BenchOptions options, bool ships, Action<JsonObject> editPair, Action<string> say, TimeProvider time, CancellationToken ct)
    {
        var stack = await BenchStack.StartAsync(options, pair =>
        {
            OrderPair.Edit(pair);
            editPair(pair);
        }, say, ct);
        var stage = new OrderStage(stack, ships, time);
        try
        {
            await stage.World.SetErpAsync(TimeSpan.Zero, ct);
            await stage.World.FillShelvesAsync(ct);
            if (ships) await stage.World.PushShipmentsAsync(ct);
            await stage.World.FirstOrderAsync(time, ct);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Plays a window of orders and measures it.</summary>
    public Task<OrderRunFigures> RunAsync(double perSecond, TimeSpan window, CancellationToken ct) => new OrderRun(World, _stack, _ships, _time).RunAsync(perSecond, window, ct);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _stack.DisposeAsync();
    }
}
