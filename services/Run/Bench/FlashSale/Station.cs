namespace Integration.Run.Bench.FlashSale;

/// <summary>A place where orders are served: processors, calls to the shop, sessions of the ERP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Servers">Orders served at once.</param>
/// <param name="PerMinute">Never more begun in any minute; null for no such limit.</param>
internal sealed record Station(string Name, int Servers, int? PerMinute = null);
