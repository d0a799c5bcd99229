namespace Integration.Sandbox.Shop.Hints;

/// <summary>Where a shop that plays our add-on sends its hints.</summary>
/// <param name="Url">Address to post to.</param>
/// <param name="Secret">Standard Webhooks secret, <c>whsec_</c> and base64.</param>
public sealed record HintTarget(Uri Url, string Secret);
