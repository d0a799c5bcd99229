using Integration.OrderToCash.Payments;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>A payment lane that a test switches.</summary>
internal sealed class FakePaymentSwitch : IPaymentSwitch
{
    public bool On { get; set; } = true;

    public bool IsOn(string pair) => On;
}
