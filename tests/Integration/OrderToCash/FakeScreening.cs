using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.OrderToCash.Screening;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>Screens as the test says.</summary>
internal sealed class FakeScreening : IScreening
{
    public ScreeningVerdict Verdict { get; set; } = ScreeningVerdict.Pass;

    public bool External { get; set; }

    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(30);

    public bool IsExternal(string pair) => External;

    public OrderScreened Screen(Order order) =>
        new(order.Key, Verdict, null, null, Verdict == ScreeningVerdict.Pass ? [] : ["The total is above the limit."], "flow-rules", "1");

    public TimeSpan SubmitDeadline(string pair) => Deadline;
}
