namespace Integration.Connectors.Lanes.Orders;

/// <summary>What the reading half remembers of an order beside its look.</summary>
/// <param name="Taken">True once <see cref="Contracts.OrderToCash.OrderPlaced"/> was sent.</param>
/// <param name="State">What was told last.</param>
/// <param name="Number">The order's number.</param>
internal sealed record OrderMemory(bool Taken, string State, string Number)
{
    public const string Live = "live";
    public const string Waiting = "waiting";
    public const string Invalid = "invalid";
    public const string Cancelled = "cancelled";
    public const string TooOld = "too-old";

    public static OrderMemory Parse(string note) => note.Split('|', 3) is [var taken, var state, var number]
        ? new OrderMemory(taken == "taken", state, number)
        : new OrderMemory(false, "", "");

    public override string ToString() => $"{(Taken ? "taken" : "")}|{State}|{Number}";
}
