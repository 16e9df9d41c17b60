namespace Platform.Companions;
internal static class Appraiser { public static Appraisal Read(string t) => new(t.Length > 9999 ? 1 : 0, 0, 0, 0, Intent.Statement); }
