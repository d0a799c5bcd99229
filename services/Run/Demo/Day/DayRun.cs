using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Run.Stack;

namespace Integration.Run.Demo.Day;

/// <summary>
/// The scripted day over all lanes: orders that live on after the ERP has them, changes of stock, products and customers on both sides; then the ERP's
/// books are falsified behind our back, and the platform compares both sides afresh.
/// </summary>
internal sealed class DayRun(
    SandboxErp erp, StackState stack, DayLanes lanes, DemoShop shop, DemoSandbox shopBox, DemoSandbox erpBox, DemoConsole console, DayServices services, DayReconciliation reconciliation, string folder, Action<string> say)
{
    /// <summary>First part of our references.</summary>
    public const string Code = SandboxPairFile.StorefrontCode;

    private const int Victims = 3;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly DayOrders _orders = new(lanes, shop, erpBox, console);
    private DayProgress? _day;
    private DayView? _view;
    private decimal _oversold;

    /// <summary>The figures of the day as they are now.</summary>
    public DayFigures Figures { get; private set; } = new() { Unsupported = lanes.Unsupported };

    /// <summary>What still keeps the day from going on; for people.</summary>
    public IReadOnlyList<string> Open { get; private set; } = [];

    /// <summary>True when everything arrived, the books were compared where they can be, and nothing is open.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Orders that the warehouse holds back, to be lost and falsified while they are still open.</summary>
    public int HeldBack => IsBeforeLosses ? Victims : 0;

    private bool IsBeforeLosses => lanes.Reconciliation && Figures.Reconciliation is null;

    private DayProgress Day => _day ?? throw new InvalidOperationException("The day has not begun.");

    /// <summary>Notes what both sides hold before the first order.</summary>
    public async Task<bool> BeginAsync(DemoProgress progress, CancellationToken ct)
    {
        _day = DayProgress.Load(folder, progress.Run);
        if (_day is not null) return true;
        var view = await ViewAsync(progress, ct);
        if (lanes.Customers) view = await RegisterAsync(view, progress, ct);
        Keep(new DayProgress
        {
            Run = progress.Run,
            Before = await services.CountAsync(lanes, ct),
            ProductsBefore = [.. DayView.Rows(view.ShopState, "products").Select(product => DayView.Text(product, "sku"))],
        });
        return true;
    }

    /// <summary>Whether the warehouse may ship the order now.</summary>
    public bool MayShip(DemoOrder order) => _view is { } view && DayOrders.MayShip(view, order)
        && (!IsBeforeLosses || !view.Of(DemoKind.Good).TakeLast(Victims).Contains(order));

    /// <summary>Takes the day one step further.</summary>
    public async Task StepAsync(DemoProgress progress, CancellationToken ct)
    {
        _view = await ViewAsync(progress, ct);
        if (!Day.Changed && progress.Placed.Count > 0)
        {
            if (lanes.Stock) await DayStock.MoveAsync(erpBox, ct);
            if (lanes.Products) await DayProducts.ChangeAsync(lanes, shopBox, erpBox, _view, ct);
            Keep(Day with { Changed = true });
        }

        _oversold = Math.Max(_oversold, DayStock.Oversold(_view));
        if (lanes.Customers) await StepCustomersAsync(_view, ct);
        await _orders.StepAsync(_view, ct);
    }

    /// <summary>Called when all orders are where they belong; true when the day is over.</summary>
    public async Task<bool> GoOnAsync(DemoProgress progress, CancellationToken ct)
    {
        _view = await ViewAsync(progress, ct);
        await CountAsync(_view, ct);
        Open =
        [
            .. _orders.Open(_view), .. Figures.Products is { } products ? DayProducts.Open(_view, products) : [], .. lanes.Stock ? DayStock.Wrong(_view) : [],
            .. Figures.Differences(),
        ];
        IsOver = Open.Count == 0 && !IsBeforeLosses;
        if (Open.Count > 0 || IsOver) return IsOver;
        if (lanes.StockIsReadWhole && !Day.Received)
        {
            await DayStock.ReceiveSilentlyAsync(erpBox, ct);
            Keep(Day with { Received = true });
            return false;
        }

        if (Day.Lost.Count == 0)
        {
            Keep(await DayLosses.MakeAsync(erp, stack, erpBox, _view, Day, ct));
            say("Two orders are lost, an amount is changed and a stock figure moved in the ERP, all without a trace.");
        }

        if (Day.Reconciliation is null) Keep(Day with { Reconciliation = await reconciliation.StartAsync(ct) });
        say("Both sides are read afresh and compared.");
        Figures = Figures with { Reconciliation = await reconciliation.ResultAsync(Day.Reconciliation!, ct) };
        return false;
    }

    private async Task<DayView> RegisterAsync(DayView view, DemoProgress progress, CancellationToken ct)
    {
        await DayCustomers.RegisterAsync(shopBox, view, ct);
        say("Two customers have registered; the first orders wait until the ERP has them.");
        while (!DayCustomers.AreThere(view))
        {
            await Task.Delay(Poll, ct);
            view = await ViewAsync(progress, ct);
        }

        return view;
    }

    private async Task StepCustomersAsync(DayView view, CancellationToken ct)
    {
        if (!Day.Corrected && DayCustomers.AreThere(view))
        {
            await DayCustomers.ChangeAsync(erpBox, view, ct);
            Keep(Day with { Corrected = true });
        }

        if (Day is { Corrected: true, Clashed: false } && DayCustomers.HaveArrived(view))
        {
            await DayCustomers.ClashAsync(shopBox, erpBox, view, ct);
            Keep(Day with { Clashed = true });
        }
    }

    private async Task CountAsync(DayView view, CancellationToken ct)
    {
        var counts = await services.CountAsync(lanes, ct);
        var conflicts = await console.AttentionAsync(Entities.Customer, AttentionClasses.Conflict, ct);
        Figures = Figures with
        {
            Stock = !lanes.Stock ? null : new StockFigures { Marked = counts.Marked - Day.Before.Marked, Written = counts.Written - Day.Before.Written, Oversold = _oversold },
            Products = lanes.Products ? DayProducts.Count(lanes, view, Day.ProductsBefore) : null,
            Customers = lanes.Customers ? DayCustomers.Count(view, Day.Clashed, counts.Echoes - Day.Before.Echoes, conflicts) : null,
            Payments = lanes.Payments ? DayMoney.Payments(view) : null,
            Refunds = lanes.Payments ? DayMoney.Refunds(view) : null,
            Returns = !lanes.Returns ? null : new ReturnFigures
            {
                Store = view.Of(DemoKind.Returned).Count(order => view.InShop(order)?.IsReturned == true),
                Erp = view.Of(DemoKind.Returned).Count(order => DayOrders.Returns(view, order).Any()),
            },
        };
    }

    private async Task<DayView> ViewAsync(DemoProgress progress, CancellationToken ct) =>
        new(progress, await shop.OrdersOfAsync(progress.Run, ct), await shopBox.StateAsync(ct), await erpBox.StateAsync(ct), await erpBox.ListAsync("stock", ct),
            await erpBox.ListAsync("items", ct));

    private void Keep(DayProgress day)
    {
        day.Save(folder);
        _day = day;
    }
}
