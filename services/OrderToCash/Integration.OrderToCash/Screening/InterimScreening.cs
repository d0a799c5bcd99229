using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
namespace Integration.OrderToCash.Screening;
internal sealed class FlowScreening : IScreening
{
    public bool IsExternal(string pair) => false;
    public OrderScreened Screen(Order order) => new(order.Key, order.Total > 3000 ? ScreeningVerdict.Hold : ScreeningVerdict.Pass, null, null, order.Total > 3000 ? ["large"] : [], "x", "1");
    public TimeSpan SubmitDeadline(string pair) => TimeSpan.FromMinutes(30);
}
