namespace Integration.Sandbox.Shop.Hints;

/// <summary>What came of sending a hint once.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="NotBefore">The instant before which it must not be sent again.</param>
internal sealed record HintReply(int Status, DateTimeOffset NotBefore)
{
    public bool Delivered => Status is >= 200 and < 300;
}
