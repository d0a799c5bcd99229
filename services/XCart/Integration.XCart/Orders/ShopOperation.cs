namespace Integration.XCart.Orders;

/// <summary>A backend transaction: one call to the payment provider.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Type">auth, sale, capture, capturePart, captureMulti, void, voidPart, voidMulti, refund, refundPart, refundMulti, and others that move no money.</param>
/// <param name="Status">I, P, S, W or F.</param>
/// <param name="Value">Its amount.</param>
/// <param name="At">When, UTC.</param>
internal sealed record ShopOperation(long Id, string Type, string Status, decimal Value, DateTimeOffset At);
