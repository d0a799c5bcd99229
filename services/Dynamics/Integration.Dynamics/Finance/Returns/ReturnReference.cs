namespace Integration.Dynamics.Finance.Returns;

/// <summary>Our reference of a return: its order's with a slash and the return's id (<c>XC1-15/R</c>).</summary>
internal static class ReturnReference
{
    /// <summary>True for one. Whether F&amp;O shows return orders among sales orders too, whose table they share, no source says.</summary>
    public static bool IsOne(string reference) => reference.LastIndexOf('/') > 0;

    /// <summary>The order's reference; the text itself where it has no slash, as people write it; null for none.</summary>
    public static string? OrderOf(string reference) => reference.Length == 0 ? null : IsOne(reference) ? reference[..reference.LastIndexOf('/')] : reference;
}
