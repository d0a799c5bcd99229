using Integration.Connectors.Flows;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Mapping.Flows;
using Integration.OrderToCash.Screening;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>Screens as the test says.</summary>
internal sealed class FakeScreening : IScreening
{
    public ScreeningVerdict Verdict { get; set; } = ScreeningVerdict.Pass;

    public string Reason { get; set; } = "The total is above the limit.";

    public ExternalScreening? Asked { get; set; }

    public Dictionary<string, TimeSpan> Deadlines { get; } = new() { [FlowDeadlines.Submit] = TimeSpan.FromMinutes(30) };

    public IReadOnlyList<FlowNotice> Notices { get; set; } = [];

    public IReadOnlyList<FlowSetting> Settings { get; set; } = [];

    public IReadOnlyList<string> Suspects { get; set; } = [];

    public ExternalScreening? External(string pair) => Asked;

    public ScreeningResult Screen(Order order)
    {
        var (changed, changes) = OrderSettings.Apply(order, Settings);
        return new ScreeningResult
        {
            Verdict = Verdict,
            Reasons = Verdict == ScreeningVerdict.Pass ? [] : [new Reason("", Reason) { Cause = new ReasonCause { Document = "orders.flow", Rule = "large" } }],
            Order = changed,
            Changes = changes,
            Notices = Notices,
            Suspects = Suspects,
            Version = "1",
        };
    }

    public TimeSpan? Deadline(string pair, string name) => Deadlines.TryGetValue(name, out var deadline) ? deadline : null;

    public bool On { get; set; } = true;

    public bool IsOn(string pair) => On;

    public string Rules { get; set; } = "1";

    public string Stamp(string pair) => Rules;
}
